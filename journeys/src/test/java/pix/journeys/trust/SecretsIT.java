package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pix.bank.Bank;
import pix.bank.Correction;
import pix.bank.Item;
import pix.bank.PublicId;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.assessment.Turn;
import pix.http.Json;
import pix.http.ResponseJson;
import pix.store.DynamoAssessments;

/**
 * Somebody takes tests with the real bank and, between answers, looks at everything that may be looked at. Nothing they
 * are told holds the solution of the pending question, the way it was made, a question to come, or somebody else.
 */
@InThisProcess
class SecretsIT {
    private static final Bank BANK = PackedBank.load();
    private static final DynamoAssessments ASSESSMENTS = new DynamoAssessments(Here.PLATFORM.dynamo(), "Assessments", "Learners");
    private static final Set<String> NEVER = Set.of("difficulty", "discrimination", "guessing", "key", "right", "accepted", "enemies",
            "seed", "variant", "theta", "unsuitable", "itemName", "verdict");
    private static final Set<String> AFTER_THE_ANSWER = Set.of("solution", "explanation", "learnMore");
    private static final Pattern QUOTED_ID = Pattern.compile("\"([0-9A-Z]{6})\"");
    /** Shorter answers stand in texts by chance. */
    private static final int TELLING = 4;
    private static final int LOOK_AROUND_EVERY = 9;

    private final Random random = new Random(Long.getLong("pix.secrets.seed", 20261123));
    private final World world = new World();
    private final World.Exam hidden = world.hiddenExam();

    @Test
    void practice_tells_of_a_question_when_it_is_answered() {
        World.Person learner = World.person();
        JsonNode started = World.expect(201, World.onDevice("/assessments", Minted.person(learner),
                Json.object().put("kind", "placement").put("locale", "fr")));

        int answered = take(learner, new World.Exam("nothing", started.path("assessmentId").asText(), learner, "1"));

        assertTrue(answered > 20, "questions: " + answered);
    }

    @Test
    void an_exam_tells_nothing_at_all_and_how_it_came_out_once_it_is_published() {
        World.Exam exam = world.exam();
        World.expect(200, Here.post("/sessions/" + exam.session() + "/candidates/" + exam.candidate().id() + "/alerts/" + exam.alert()
                + "/decision", Minted.person(world.school.invigilator), Json.object().put("decision", "dismiss")));

        int answered = take(exam.candidate(), exam);

        assertTrue(answered > 30, "questions: " + answered);
        String session = "/sessions/" + exam.session();
        World.expect(200, Here.post(session + "/finalisation", Minted.person(world.school.invigilator), Json.object()));
        JsonNode before = export(exam);
        assertEquals(Set.of("recorded"), outcomes(before));
        assertFalse(before.path("bookings").path(0).has("result"));

        World.expect(200, Here.post(session + "/publication", Minted.person(world.operator, "operator"), Json.object()));
        JsonNode after = export(exam);
        assertEquals(Set.of("correct", "skipped"), outcomes(after));
        JsonNode result = after.path("bookings").path(0).path("result");
        assertEquals("certified", result.path("status").asText(), after.toString());
        assertEquals(result.path("pix").asInt(), result.path("competences").valueStream().mapToInt(c -> c.path("pix").asInt()).sum());
    }

    /** What an exam's candidate is told of themselves, and never what would have been right. */
    private static JsonNode export(World.Exam exam) {
        JsonNode export = World.expect(200, Here.get("/me/export", Minted.person(exam.candidate())));
        Set<String> members = members(export, new HashSet<>());
        members.removeIf(member -> !NEVER.contains(member) && !AFTER_THE_ANSWER.contains(member));
        assertEquals(Set.of(), members);
        return export;
    }

    private static Set<String> outcomes(JsonNode export) {
        JsonNode test = export.path("assessments").valueStream().filter(a -> a.path("kind").asText().equals("certification")).findFirst().orElseThrow();
        return test.path("answers").valueStream().map(a -> a.path("outcome").asText()).collect(Collectors.toSet());
    }

    private int take(World.Person learner, World.Exam exam) {
        String token = Minted.person(learner);
        String path = "/assessments/" + exam.assessment();
        while (true) {
            Turn turn = ASSESSMENTS.last(exam.assessment()).orElseThrow();
            if (turn.completed()) return turn.sequence();
            if (turn.sequence() % LOOK_AROUND_EVERY == 0) lookAround(token, exam, turn);
            inspect(turn, Here.send("GET", path + "/question", token, "", Map.of("pix-device", World.DEVICE)), path);
            Item item = BANK.find(turn.pendingKey()).orElseThrow();
            Response response = random.nextInt(3) > 0 ? item.rightResponse(turn.terms().seed(), turn.terms().locale()) : new Response.Skip();
            ObjectNode body = Json.object().put("sequence", turn.sequence() + 1).put("itemId", item.id());
            body.set("response", ResponseJson.write(response));
            Http.Answer answer = World.onDevice(path + "/answers", token, body);
            assertEquals(200, answer.status(), answer.text());
            inspect(ASSESSMENTS.last(exam.assessment()).orElseThrow(), answer, path + "/answers");
        }
    }

    /** Every call that reads, by the learner. */
    private void lookAround(String token, World.Exam exam, Turn turn) {
        for (Spec.Operation operation : Spec.operations()) {
            if (!operation.method().equals("GET")) continue;
            String id = operation.path().startsWith("/assessments") ? exam.assessment()
                    : operation.path().startsWith("/sessions") ? exam.session() : world.school.id;
            String path = operation.path().replace("{id}", id).replace("{learnerId}", hidden.candidate().id()).replaceAll("\\{[^}]*}", "1");
            for (String who : List.of(token, "")) {
                Http.Answer answer = Here.send("GET", path, who, "", Map.of("pix-device", World.DEVICE));
                assertTrue(answer.status() < 500, path + answer.text());
                inspect(turn, answer, path);
            }
        }
    }

    private void inspect(Turn turn, Http.Answer answer, String path) {
        String text = answer.text();
        assertFalse(text.contains(World.HIDDEN) || text.contains("\"" + hidden.candidate().id() + "\""), path + " shows somebody: " + text);
        if (!answer.type().endsWith("json")) return;
        JsonNode json = answer.json();
        boolean practice = turn.terms().kind().practice();
        Set<String> members = members(json, new HashSet<>());
        members.retainAll(NEVER);
        assertEquals(Set.of(), members, path);
        if (!practice) {
            assertTrue(json.findValues("outcome").stream().allMatch(o -> o.asText().equals("recorded") || o.asText().isEmpty()), path + text);
            assertFalse(json.has("result") || json.has("correction"), path);
        }
        if (json instanceof ObjectNode object) object.remove("correction");
        // Of practice, what was answered may be read again at any time.
        if (practice) json.path("answers").forEach(answered -> ((ObjectNode) answered).remove("correction"));
        Set<String> solutions = members(json, new HashSet<>());
        solutions.retainAll(AFTER_THE_ANSWER);
        assertEquals(Set.of(), solutions, path);
        if (turn.completed()) return;
        upcoming(turn, text, path);
        Item item = BANK.find(turn.pendingKey()).orElseThrow();
        String rest = Json.write(json);
        for (String secret : secrets(item, turn)) assertFalse(rest.contains(quoted(secret)), path + " tells of " + item + ": " + secret);
        if (json.path("question").has("itemId")) assertEquals(item.id(), json.path("question").path("itemId").asText(), path);
    }

    /** Items are named only once they were asked. */
    private static void upcoming(Turn turn, String text, String path) {
        Set<String> asked = java.util.Arrays.stream(turn.asked()).mapToObj(PublicId::ofKey).collect(Collectors.toSet());
        List<String> named = QUOTED_ID.matcher(text).results().map((MatchResult m) -> m.group(1))
                .filter(id -> BANK.find(id).isPresent() && !asked.contains(id)).toList();
        assertEquals(List.of(), named, path + " names questions that were not asked");
    }

    /** What nobody may read before they have answered: and what stands in the question itself is no secret. */
    private static List<String> secrets(Item item, Turn turn) {
        Correction correction = item.correction(turn.terms().seed(), turn.terms().locale());
        List<String> secrets = new ArrayList<>(List.of(item.name(), correction.explanation()));
        if (correction.learnMore() != null) secrets.add(correction.learnMore());
        String shown = item.question(turn.terms().seed(), turn.terms().locale()).toString();
        typed(item.rightResponse(turn.terms().seed(), turn.terms().locale())).stream()
                .filter(t -> t.length() >= TELLING && !shown.contains(t)).forEach(secrets::add);
        secrets.removeIf(s -> s.length() < TELLING);
        return secrets;
    }

    private static Collection<String> typed(Response response) {
        return switch (response) {
            case Response.Text(String text) -> List.of(text);
            case Response.Fields(Map<String, String> fields) -> fields.values();
            case Response.Choice c -> List.of();
            case Response.Choices c -> List.of();
            case Response.Order o -> List.of();
            case Response.Match m -> List.of();
            case Response.Skip s -> List.of();
        };
    }

    private static String quoted(String text) {
        String json = Json.write(Json.object().textNode(text));
        return json.substring(1, json.length() - 1);
    }

    private static Set<String> members(JsonNode json, Set<String> found) {
        json.properties().forEach(p -> found.add(p.getKey()));
        json.forEach(child -> members(child, found));
        return found;
    }
}
