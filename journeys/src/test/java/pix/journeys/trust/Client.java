package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pix.Language;
import pix.bank.Item;
import pix.bank.pack.PackedBank;
import pix.bank.Bank;
import pix.http.Json;
import pix.http.ResponseJson;

/**
 * A learner whose service fails again and again, and who asks again each time. Remembers everything that was ever
 * acknowledged, and finds it all again in the end.
 */
final class Client {
    private static final Bank BANK = PackedBank.load();
    private static final int SEEDS = 20_000;

    private final Insistent insistent;
    private final Random random;
    private final ObjectNode person;
    private String learnerId;
    private String token = "";
    private String assessment;
    /** What was sent and what was acknowledged, by sequence. */
    private final List<ObjectNode> sent = new ArrayList<>();
    private final List<JsonNode> replies = new ArrayList<>();
    /** The booking of each session that stands. */
    private final Map<String, String> bookings = new TreeMap<>();

    Client(Http http, Random random, String username) {
        this.insistent = new Insistent(http);
        this.random = random;
        this.person = Json.object().put("username", username).put("password", "neuf-violons-bleus")
                .put("givenName", "Zoé").put("familyName", "Martin").put("birthDate", "2009-03-14").put("situation", "terminale")
                .put("locale", "fr");
    }

    /** How many times it had to ask for what it did. */
    int asked() {
        return insistent.asked();
    }

    int answers() {
        return sent.size();
    }

    Map<String, String> bookings() {
        return bookings;
    }

    /** Registers, answers a placement to its end, and takes and gives back seats. */
    void live(List<String> sessions) {
        learnerId = expect(201, must("POST", "/accounts", person)).json().path("learnerId").asText();
        token = signedIn();
        JsonNode started = must("POST", "/assessments", Json.object().put("kind", "placement").put("locale", "fr")).json();
        assessment = started.path("assessmentId").asText();
        JsonNode question = started.path("question");
        while (question.has("itemId")) question = answer(question);
        for (int i = 0; i < 4 * sessions.size(); i++) seat(sessions.get(random.nextInt(sessions.size())));
    }

    private String signedIn() {
        return expect(200, must("POST", "/tokens", person.deepCopy().retain("username", "password"))).json().path("accessToken").asText();
    }

    private JsonNode answer(JsonNode question) {
        ObjectNode body = Json.object().put("sequence", question.path("sequence").asInt()).put("itemId", question.path("itemId").asText());
        body.set("response", right(question));
        JsonNode reply = expect(200, must("POST", "/assessments/" + assessment + "/answers", body)).json();
        sent.add(body);
        replies.add(reply);
        if (random.nextInt(8) == 0) again(sent.size() - 1);
        return reply.path("question");
    }

    /** What was answered once is answered so again. */
    private void again(int place) {
        JsonNode reply = expect(200, must("POST", "/assessments/" + assessment + "/answers", sent.get(place))).json();
        same(replies.get(place), reply, "the reply to answer " + (place + 1));
    }

    private void seat(String session) {
        String path = "/sessions/" + session + "/bookings";
        if (bookings.containsKey(session) && random.nextBoolean()) {
            expect(204, must("DELETE", path + "/me", null));
            bookings.remove(session);
            return;
        }
        Http.Answer booked = must("POST", path, Json.object());
        switch (booked.status() + booked.problem()) {
            case "201", "200" -> {
                String booking = booked.json().path("bookingId").asText();
                if (bookings.containsKey(session)) same(bookings.get(session), booking, "the booking");
                bookings.put(session, booking);
            }
            case "409session-full" -> same(false, bookings.containsKey(session), "a full session, though booked");
            default -> throw new AssertionError("booking: " + booked.status() + " " + booked.text());
        }
    }

    /** After the last failure: everything that was acknowledged is there, once, and nothing else. */
    void check() {
        same(learnerId, expect(201, must("POST", "/accounts", person)).json().path("learnerId").asText(), "the learner");
        token = signedIn();
        JsonNode export = must("GET", "/me/export", null).json();
        same(learnerId, export.path("account").path("learnerId").asText(), "the account");
        same(1, export.path("assessments").size(), "assessments");
        JsonNode answers = export.path("assessments").get(0).path("answers");
        same(sent.size(), answers.size(), "answers");
        for (int i = 0; i < sent.size(); i++) {
            JsonNode kept = answers.get(i);
            same(i + 1, kept.path("sequence").asInt(), "the sequence");
            same(sent.get(i).path("itemId"), kept.path("itemId"), "the item of answer " + (i + 1));
            same(sent.get(i).path("response"), kept.path("response"), "answer " + (i + 1));
            if (i % 7 == 0) again(i);
        }
        Map<String, String> found = new TreeMap<>();
        must("GET", "/me/bookings", null).json().path("bookings").forEach(b -> {
            String twice = found.put(b.path("sessionId").asText(), b.path("bookingId").asText());
            if (twice != null) throw new AssertionError("booked twice: " + b);
        });
        same(bookings, found, "bookings");
    }

    private Http.Answer must(String method, String path, JsonNode body) {
        return insistent.must(method, path, token, body);
    }

    /** The right answer, found as a machine would: by trying until the bank shows what is shown. */
    private static JsonNode right(JsonNode question) {
        Item item = BANK.find(question.path("itemId").asText()).orElseThrow();
        for (long seed = 0; seed < SEEDS; seed++) {
            if (shown(item, seed).equals(shown(question))) return ResponseJson.write(item.rightResponse(seed, Language.FR));
        }
        return Json.object().put("skip", true);
    }

    private static String shown(Item item, long seed) {
        var question = item.question(seed, Language.FR);
        return question.text() + question.choices().stream().map(c -> c.id() + c.text()).toList()
                + question.fields().stream().map(f -> f.id() + f.label() + f.options()).toList();
    }

    private static String shown(JsonNode question) {
        List<String> choices = new ArrayList<>();
        question.path("choices").forEach(c -> choices.add(c.path("id").asText() + c.path("text").asText()));
        List<String> fields = new ArrayList<>();
        question.path("fields").forEach(f -> {
            List<String> options = new ArrayList<>();
            f.path("options").forEach(o -> options.add(o.asText()));
            fields.add(f.path("id").asText() + f.path("label").asText() + options);
        });
        return question.path("text").asText() + choices + fields;
    }

    private static Http.Answer expect(int status, Http.Answer answer) {
        if (answer.status() != status) throw new AssertionError(answer.status() + " instead of " + status + ": " + answer.text());
        return answer;
    }

    private static void same(Object before, Object after, String what) {
        if (!before.equals(after)) throw new AssertionError(what + " changed: " + before + " became " + after);
    }
}
