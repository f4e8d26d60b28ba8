package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.assessment.World.LEARNER;
import static pix.functions.assessment.World.body;
import static pix.functions.assessment.World.call;
import static pix.functions.assessment.World.learner;
import static pix.functions.assessment.World.withoutId;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.Language;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.embedded.Call.Answer;
import pix.embedded.Call;
import pix.http.Json;
import pix.http.ResponseJson;

class StartingTest {
    private static final Set<String> SECRETS = Set.of("level", "difficulty", "discrimination", "key", "right");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void starts_with_a_question_that_tells_nothing_of_its_answer() {
        Answer started = world.startPlacement();

        assertEquals(201, started.status(), started.body());
        JsonNode question = started.json().path("question");
        assertEquals(1, question.path("sequence").asInt());
        assertEquals(4, question.path("choices").size());
        for (String field : (Iterable<String>) question::fieldNames) assertFalse(SECRETS.contains(field), field);
        assertFalse(started.body().contains("item-"), "the author's id says what is asked");
    }

    @Test
    void goes_back_to_the_assessment_that_is_still_open() {
        JsonNode first = world.startPlacement().json();

        Answer again = world.startPlacement();

        assertEquals(200, again.status());
        assertEquals(first, again.json());
    }

    @Test
    void ends_with_a_profile_of_sixteen_competences() {
        JsonNode last = world.placed("right");

        JsonNode shown = Call.of("show-profile").by(LEARNER, "lea").to(world.profile).json();
        JsonNode state = Call.of("show-assessment").path("id", "assessment-1").by(LEARNER, "lea").to(world.show).json();
        assertFalse(last.has("question"));
        assertEquals(last.path("result").path("profile").path("pix"), shown.path("pix"));
        assertEquals("completed", state.path("state").asText());
        assertEquals(16, shown.path("competences").size());
        assertTrue(shown.path("certifiable").asBoolean());
        assertTrue(shown.path("pix").asInt() > 500, "everything right: " + shown.path("pix"));
        int sum = 0;
        for (JsonNode c : shown.path("competences")) {
            sum += c.path("pix").asInt();
            double total = 0;
            for (JsonNode p : c.path("probabilities")) total += p.asDouble();
            assertEquals(1, total, .001);
            assertEquals(c.path("level").asInt(), c.path("pix").asInt() / 8);
            assertTrue(c.path("interval").path(0).asDouble() <= c.path("level").asInt() + 1);
            assertTrue(c.path("interval").path(1).asDouble() >= c.path("level").asInt());
        }
        assertEquals(sum, shown.path("pix").asInt());
        assertEquals(409, call("next-question", Json.object().put("assessmentId", "assessment-1")).to(world.next).status());
    }

    @Test
    void a_newcomer_has_no_pix_and_no_measured_level() {
        JsonNode shown = Call.of("show-profile").by(LEARNER, "lea").to(world.profile).json();

        assertEquals(0, shown.path("pix").asInt());
        assertFalse(shown.path("certifiable").asBoolean());
        assertFalse(shown.has("updatedAt"));
        for (JsonNode c : shown.path("competences")) assertFalse(c.path("measured").asBoolean());
    }

    @Test
    void practice_in_one_competence_measures_that_one_and_sharpens_the_others() {
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "3.4").put("locale", "en")).to(world.start).json();
        JsonNode reply = world.answerAll(started, "right");

        JsonNode shown = reply.path("result").path("profile");
        for (JsonNode c : shown.path("competences")) {
            assertEquals(c.path("code").asText().equals("3.4"), c.path("measured").asBoolean());
            assertTrue(c.path("standardError").asDouble() < 1, c.toString());
        }
        assertTrue(reply.path("progress").path("answered").asInt() <= 12);
        assertFalse(shown.path("certifiable").asBoolean(), "one competence is not five");
    }

    @Test
    void the_next_assessment_asks_other_items_than_the_last() {
        Bank bank = PackedBank.load();
        world.wire(bank);

        Set<String> first = trainedAsSomebodyOfLevelFour(bank);
        Set<String> second = trainedAsSomebodyOfLevelFour(bank);

        second.retainAll(first);
        assertTrue(first.size() >= 4, "asked: " + first);
        assertTrue(second.isEmpty(), "asked again: " + second);
    }

    private Set<String> trainedAsSomebodyOfLevelFour(Bank bank) {
        Set<String> asked = new HashSet<>();
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "1.1").put("locale", "fr")).to(world.start).json();
        long seed = world.assessments.last(started.path("assessmentId").asText()).orElseThrow().terms().seed();
        for (JsonNode reply = started; reply.has("question"); ) {
            JsonNode question = reply.path("question");
            Item item = bank.find(question.path("itemId").asText()).orElseThrow();
            Response response = item.level() <= 4 ? item.rightResponse(seed, Language.FR) : new Response.Skip();
            asked.add(item.id());
            reply = call("submit-answer", started).body(Json.object().put("sequence", question.path("sequence").asInt())
                    .put("itemId", item.id()).set("response", ResponseJson.write(response))).to(world.submit).json();
        }
        return asked;
    }

    @Test
    void shows_nothing_of_somebody_elses_assessment() {
        JsonNode started = world.startPlacement().json();
        world.learners.add(learner("learner-2"));

        List<Answer> answers = List.of(
                call("next-question", started).by("learner-2", "luc").to(world.next),
                call("show-assessment", started).by("learner-2", "luc").to(world.show),
                call("submit-answer", started).by("learner-2", "luc")
                        .body(body(1, started.path("question").path("itemId").asText(), "1")).to(world.submit),
                Call.of("next-question").path("id", "no-such").by("learner-2", "luc").to(world.next));

        for (Answer a : answers) assertEquals(404, a.status());
        assertEquals(withoutId(answers.get(3)), withoutId(answers.getFirst()), "a stranger cannot tell it exists");
        assertEquals(1, world.assessments.turns("assessment-1").size());
    }

    @Test
    void a_certification_takes_place_in_a_session_only() {
        Answer answer = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "certification").put("sessionId", "s").put("locale", "fr")).to(world.start);

        assertEquals(403, answer.status());
        assertEquals("not-admitted", answer.json().path("type").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, exam, /kind, unknown-value", "locale, es, /locale, unknown-value",
        "competence, 9.9, /competence, unknown-value", "competence, 1.1, /competence, unexpected",
        "level, 3, /level, unknown-field",
    })
    void says_what_is_wrong_with_a_start(String field, String value, String pointer, String code) {
        Answer answer = Call.of("start-assessment").by(LEARNER, "lea").with(field, TextNode.valueOf(value)).to(world.start);

        assertEquals(422, answer.status());
        assertEquals(pointer, answer.json().path("errors").path(0).path("pointer").asText());
        assertEquals(code, answer.json().path("errors").path(0).path("code").asText());
        assertTrue(world.assessments.startedBy(LEARNER).isEmpty(), "nothing was written");
    }

    @Test
    void a_person_erased_in_the_middle_can_start_nothing_more() {
        JsonNode started = world.startPlacement().json();
        world.learners.erase(learner(LEARNER));

        assertEquals(404, world.startPlacement().status());
        assertEquals(200, world.answer(started, started.path("question"), "right").status(), "what was asked may be answered");
        assertEquals(0, Call.of("show-profile").by(LEARNER, "lea").to(world.profile).json().path("pix").asInt());
    }
}
