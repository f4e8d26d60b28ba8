package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pix.Language;
import pix.assessment.Examiner;
import pix.assessment.ShowProfile;
import pix.assessment.ShowQuestion;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Need;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedStore;
import pix.embedded.SmallBank;
import pix.http.Json;
import pix.http.ResponseJson;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.session.ExamRoom;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;
import pix.store.DynamoSessions;

class AssessmentTest {
    private static final String LEARNER = "learner-1";
    private static final Set<String> SECRETS = Set.of("level", "difficulty", "discrimination", "key", "right");

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private DynamoAssessments assessments;
    private DynamoLearners learners;
    private StartAssessmentHandler start;
    private NextQuestionHandler next;
    private SubmitAnswerHandler submit;
    private ShowAssessmentHandler show;
    private ShowProfileHandler profile;

    @BeforeEach
    void wire() {
        wire(SmallBank.untimed());
        learners.add(learner(LEARNER));
    }

    private void wire(Bank bank) {
        assessments = new DynamoAssessments(store.client(), "Assessments", "Learners");
        learners = new DynamoLearners(store.client(), "Learners");
        DynamoProfiles profiles = new DynamoProfiles(store.client(), "Learners");
        Examiner examiner = new Examiner(bank);
        ExamRoom room = new ExamRoom(new DynamoSessions(store.client(), "Sessions"),
                new DynamoCandidates(store.client(), "Sessions", assessments));
        AtomicInteger ids = new AtomicInteger();
        start = new StartAssessmentHandler(new StartAssessment(learners, profiles, assessments, room, examiner, now::get,
                new Random(7), () -> "assessment-" + ids.incrementAndGet()), examiner);
        next = new NextQuestionHandler(new ShowQuestion(assessments, room, now::get), examiner);
        submit = new SubmitAnswerHandler(new SubmitAnswer(profiles, assessments, room, examiner, now::get), examiner);
        show = new ShowAssessmentHandler(assessments, profiles, room, now::get);
        profile = new ShowProfileHandler(new ShowProfile(profiles, assessments, examiner, now::get));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void starts_with_a_question_that_tells_nothing_of_its_answer() {
        Answer started = startPlacement();

        assertEquals(201, started.status(), started.body());
        JsonNode question = started.json().path("question");
        assertEquals(1, question.path("sequence").asInt());
        assertEquals(4, question.path("choices").size());
        for (String field : (Iterable<String>) question::fieldNames) assertFalse(SECRETS.contains(field), field);
        assertFalse(started.body().contains("item-"), "the author's id says what is asked");
    }

    @Test
    void goes_back_to_the_assessment_that_is_still_open() {
        JsonNode first = startPlacement().json();

        Answer again = startPlacement();

        assertEquals(200, again.status());
        assertEquals(first, again.json());
    }

    @Test
    void asks_the_same_question_however_often_it_is_asked() {
        JsonNode started = startPlacement().json();

        Answer one = call("next-question", started).to(next);
        Answer two = call("next-question", started).to(next);

        assertEquals(started.path("question"), one.json());
        assertEquals(one.body(), two.body());
    }

    @Test
    void corrects_and_explains_each_answer_of_a_practice_and_asks_the_next() {
        JsonNode started = startPlacement().json();

        JsonNode right = answer(started, started.path("question"), "right").json();
        JsonNode wrong = answer(started, right.path("question"), "wrong").json();
        JsonNode skipped = call("submit-answer", started).body(Json.object().put("sequence", 3)
                .put("itemId", wrong.path("question").path("itemId").asText())
                .set("response", Json.object().put("skip", true))).to(submit).json();

        assertEquals("correct", right.path("outcome").asText());
        assertEquals("right", right.path("correction").path("solution").asText());
        assertEquals("Because it is.", right.path("correction").path("explanation").asText());
        assertEquals("incorrect", wrong.path("outcome").asText());
        assertEquals("skipped", skipped.path("outcome").asText());
        assertEquals(3, skipped.path("progress").path("answered").asInt());
        assertEquals(64, skipped.path("progress").path("atMost").asInt());
        assertTrue(skipped.path("progress").path("precision").asDouble() > 0);
        assertEquals(4, skipped.path("question").path("sequence").asInt());
    }

    @Test
    void one_answer_costs_one_read_and_one_write_unit_from_the_first_to_the_last_but_one() {
        placed(LEARNER, "right"); // a profile to start from, so that every attribute is there
        JsonNode started = startPlacement().json();
        JsonNode question = started.path("question");
        int answers = 0;
        while (true) {
            Answer reply = answer(started, question, answers % 2 == 0 ? "right" : "wrongest");
            answers++;
            if (!reply.json().has("question")) break;
            assertUnits(reply, 1, 1);
            Answer asked = call("next-question", started).to(next);
            assertUnits(asked, 1, 0);
            question = reply.json().path("question");
        }
        assertTrue(answers >= 32, "answers: " + answers);
    }

    @Test
    void ends_with_a_profile_of_sixteen_competences() {
        JsonNode last = placed(LEARNER, "right");

        JsonNode shown = Call.of("show-profile").by(LEARNER, "lea").to(profile).json();
        JsonNode state = Call.of("show-assessment").path("id", "assessment-1").by(LEARNER, "lea").to(show).json();
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
        assertEquals(409, call("next-question", Json.object().put("assessmentId", "assessment-1")).to(next).status());
    }

    @Test
    void a_newcomer_has_no_pix_and_no_measured_level() {
        JsonNode shown = Call.of("show-profile").by(LEARNER, "lea").to(profile).json();

        assertEquals(0, shown.path("pix").asInt());
        assertFalse(shown.path("certifiable").asBoolean());
        assertFalse(shown.has("updatedAt"));
        for (JsonNode c : shown.path("competences")) assertFalse(c.path("measured").asBoolean());
    }

    @Test
    void practice_in_one_competence_measures_that_one_and_sharpens_the_others() {
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "3.4").put("locale", "en")).to(start).json();
        JsonNode reply = answerAll(started, LEARNER, "right");

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
        wire(bank);

        Set<String> first = trainedAsSomebodyOfLevelFour(bank);
        Set<String> second = trainedAsSomebodyOfLevelFour(bank);

        second.retainAll(first);
        assertTrue(first.size() >= 4, "asked: " + first);
        assertTrue(second.isEmpty(), "asked again: " + second);
    }

    private Set<String> trainedAsSomebodyOfLevelFour(Bank bank) {
        Set<String> asked = new HashSet<>();
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "1.1").put("locale", "fr")).to(start).json();
        long seed = assessments.last(started.path("assessmentId").asText()).orElseThrow().terms().seed();
        for (JsonNode reply = started; reply.has("question"); ) {
            JsonNode question = reply.path("question");
            Item item = bank.find(question.path("itemId").asText()).orElseThrow();
            Response response = item.level() <= 4 ? item.rightResponse(seed, Language.FR) : new Response.Skip();
            asked.add(item.id());
            reply = call("submit-answer", started).body(Json.object().put("sequence", question.path("sequence").asInt())
                    .put("itemId", item.id()).set("response", ResponseJson.write(response))).to(submit).json();
        }
        return asked;
    }

    @Test
    void repeats_the_reply_to_the_same_answer_even_much_later() {
        JsonNode started = startPlacement().json();
        JsonNode question = started.path("question");
        Answer first = answer(started, question, "right");
        answer(started, first.json().path("question"), "wrong");

        Answer again = answer(started, question, "right");

        assertEquals(200, again.status());
        assertEquals(first.body(), again.body());
        assertEquals(3, assessments.turns("assessment-1").size());
    }

    @Test
    void refuses_another_answer_to_an_answered_question() {
        JsonNode started = startPlacement().json();
        answer(started, started.path("question"), "right");

        Answer other = answer(started, started.path("question"), "wrong");

        assertEquals(409, other.status());
        assertEquals("already-answered", other.json().path("type").asText());
    }

    @Test
    void repeats_the_reply_to_the_last_answer_with_the_profile() {
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "2.2").put("locale", "fr")).to(start).json();
        JsonNode question = started.path("question");
        Answer last = answer(started, question, "right");
        while (last.json().has("question")) {
            question = last.json().path("question");
            last = answer(started, question, "right");
        }

        Answer again = answer(started, question, "right");

        assertEquals(last.body(), again.body());
    }

    @Test
    void lets_exactly_one_of_twenty_writers_answer_a_question() throws Exception {
        JsonNode started = startPlacement().json();
        List<Callable<Answer>> all = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> answer(started, started.path("question"), i % 2 == 0 ? "right" : "wrong"))
                .toList();

        List<Answer> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        List<String> accepted = answers.stream().filter(a -> a.status() == 200).map(Answer::body).distinct().toList();
        List<Answer> refused = answers.stream().filter(a -> a.status() != 200).toList();
        assertEquals(1, accepted.size(), "everybody who is told 200 is told the same");
        assertEquals(10, refused.size());
        for (Answer a : refused) assertEquals("already-answered", a.json().path("type").asText());
        assertEquals(2, assessments.turns("assessment-1").size());
    }

    @Test
    void tells_the_pending_question_to_an_answer_out_of_sequence() {
        JsonNode started = startPlacement().json();
        JsonNode question = started.path("question");

        Answer ahead = call("submit-answer", started).body(body(3, question.path("itemId").asText(), "1")).to(submit);
        Answer otherItem = call("submit-answer", started).body(body(1, "ZZZZZZ", "1")).to(submit);

        for (Answer a : List.of(ahead, otherItem)) {
            assertEquals(409, a.status());
            assertEquals("out-of-sequence", a.json().path("type").asText());
            assertEquals(question, a.json().path("question"));
        }
        assertEquals(1, assessments.turns("assessment-1").size());
    }

    @Test
    void a_late_answer_of_a_practice_does_not_count() {
        wire(SmallBank.timed());
        JsonNode started = startPlacement().json();
        byte[] before = assessments.last("assessment-1").orElseThrow().sites().toBytes();
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(10)));

        JsonNode reply = answer(started, started.path("question"), "right").json();

        assertEquals("late", reply.path("outcome").asText());
        assertEquals(SmallBank.SECONDS, started.path("question").path("timeLimitSeconds").asInt());
        assertEquals(HexFormat.of().formatHex(before),
                HexFormat.of().formatHex(assessments.last("assessment-1").orElseThrow().sites().toBytes()));
        assertEquals(2, reply.path("question").path("sequence").asInt());
    }

    @Test
    void shows_nothing_of_somebody_elses_assessment() {
        JsonNode started = startPlacement().json();
        learners.add(learner("learner-2"));

        List<Answer> answers = List.of(
                call("next-question", started).by("learner-2", "luc").to(next),
                call("show-assessment", started).by("learner-2", "luc").to(show),
                call("submit-answer", started).by("learner-2", "luc")
                        .body(body(1, started.path("question").path("itemId").asText(), "1")).to(submit),
                Call.of("next-question").path("id", "no-such").by("learner-2", "luc").to(next));

        for (Answer a : answers) assertEquals(404, a.status());
        assertEquals(withoutId(answers.get(3)), withoutId(answers.getFirst()), "a stranger cannot tell it exists");
        assertEquals(1, assessments.turns("assessment-1").size());
    }

    @Test
    void a_certification_takes_place_in_a_session_only() {
        Answer answer = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "certification").put("sessionId", "s").put("locale", "fr")).to(start);

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
        Answer answer = Call.of("start-assessment").by(LEARNER, "lea").with(field, TextNode.valueOf(value)).to(start);

        assertEquals(422, answer.status());
        assertEquals(pointer, answer.json().path("errors").path(0).path("pointer").asText());
        assertEquals(code, answer.json().path("errors").path(0).path("code").asText());
        assertTrue(assessments.startedBy(LEARNER).isEmpty(), "nothing was written");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"choice\":\"9\"}", "{\"choice\":2}", "{\"choices\":[\"1\"]}", "{\"text\":\"right\"}", "{}", "{\"skip\":false}",
        "{\"choice\":\"1\",\"skip\":true}", "{\"fields\":[]}", "{\"order\":\"1\"}", "{\"guess\":\"1\"}",
    })
    void refuses_a_response_that_does_not_fit_and_keeps_the_question(String response) throws Exception {
        JsonNode started = startPlacement().json();

        Answer answer = call("submit-answer", started).body(Json.object().put("sequence", 1)
                .put("itemId", started.path("question").path("itemId").asText())
                .set("response", Json.read(response))).to(submit);

        assertEquals(422, answer.status());
        assertTrue(answer.json().path("errors").path(0).path("pointer").asText().startsWith("/response"), answer.body());
        assertEquals(1, assessments.turns("assessment-1").size());
    }

    @Test
    void a_person_erased_in_the_middle_can_start_nothing_more() {
        JsonNode started = startPlacement().json();
        learners.erase(learner(LEARNER));

        assertEquals(404, startPlacement().status());
        assertEquals(200, answer(started, started.path("question"), "right").status(), "what was asked may be answered");
        assertEquals(0, Call.of("show-profile").by(LEARNER, "lea").to(profile).json().path("pix").asInt());
    }

    @Test
    void a_failure_of_the_store_is_a_500_that_says_nothing_of_it() {
        JsonNode started = startPlacement().json();
        DynamoAssessments broken = new DynamoAssessments(store.client(), "Missing", "Learners");

        Answer answer = call("next-question", started)
                .to(new NextQuestionHandler(new ShowQuestion(broken, null, now::get), new Examiner(SmallBank.untimed())));

        assertEquals(500, answer.status());
        assertEquals("unexpected", answer.json().path("type").asText());
        for (String word : List.of("Exception", "Missing", "dynamodb", "table")) {
            assertFalse(answer.body().contains(word), answer.body());
        }
        String requestId = answer.json().path("requestId").asText();
        assertTrue(answer.log().getFirst().contains(requestId) && answer.log().getFirst().contains("failure"));
    }

    private JsonNode placed(String learnerId, String option) {
        JsonNode started = startPlacement().json();
        return answerAll(started, learnerId, option);
    }

    private JsonNode answerAll(JsonNode started, String learnerId, String option) {
        JsonNode reply = started;
        while (reply.has("question")) reply = answer(started, reply.path("question"), option).json();
        return reply;
    }

    private Answer startPlacement() {
        return Call.of("start-assessment").by(LEARNER, "lea").to(start);
    }

    private Answer answer(JsonNode started, JsonNode question, String option) {
        String choice = null;
        for (JsonNode c : question.path("choices")) if (c.path("text").asText().equals(option)) choice = c.path("id").asText();
        return call("submit-answer", started)
                .body(body(question.path("sequence").asInt(), question.path("itemId").asText(), choice)).to(submit);
    }

    private static JsonNode body(int sequence, String itemId, String choice) {
        return Json.object().put("sequence", sequence).put("itemId", itemId)
                .set("response", Json.object().put("choice", choice));
    }

    private static Call call(String event, JsonNode started) {
        return Call.of(event).path("id", started.path("assessmentId").asText()).by(LEARNER, "lea");
    }

    private static void assertUnits(Answer answer, double read, double written) {
        String line = answer.log().getFirst();
        assertTrue(line.contains("\"readUnits\":" + read) && line.contains("\"writeUnits\":" + written), line);
    }

    private static JsonNode withoutId(Answer answer) {
        return ((ObjectNode) answer.json()).without("requestId");
    }

    private static Learner learner(String learnerId) {
        return new Learner(learnerId, "user." + learnerId, "Léa", "Martin", LocalDate.of(2012, 3, 14),
                Situation.TROISIEME, Language.FR, Set.<Need>of(), Instant.EPOCH);
    }
}
