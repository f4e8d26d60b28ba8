package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.assessment.World.LEARNER;
import static pix.functions.assessment.World.assertUnits;
import static pix.functions.assessment.World.body;
import static pix.functions.assessment.World.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.assessment.Examiner;
import pix.assessment.ShowQuestion;
import pix.embedded.Call.Answer;
import pix.embedded.Call;
import pix.embedded.SmallBank;
import pix.http.Json;
import pix.store.DynamoAssessments;

class AnsweringTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asks_the_same_question_however_often_it_is_asked() {
        JsonNode started = world.startPlacement().json();

        Answer one = call("next-question", started).to(world.next);
        Answer two = call("next-question", started).to(world.next);

        assertEquals(started.path("question"), one.json());
        assertEquals(one.body(), two.body());
    }

    @Test
    void corrects_and_explains_each_answer_of_a_practice_and_asks_the_next() {
        JsonNode started = world.startPlacement().json();

        JsonNode right = world.answer(started, started.path("question"), "right").json();
        JsonNode wrong = world.answer(started, right.path("question"), "wrong").json();
        JsonNode skipped = call("submit-answer", started).body(Json.object().put("sequence", 3)
                .put("itemId", wrong.path("question").path("itemId").asText())
                .set("response", Json.object().put("skip", true))).to(world.submit).json();

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
        world.placed("right"); // a profile to start from, so that every attribute is there
        JsonNode started = world.startPlacement().json();
        JsonNode question = started.path("question");
        int answers = 0;
        while (true) {
            Answer reply = world.answer(started, question, answers % 2 == 0 ? "right" : "wrongest");
            answers++;
            if (!reply.json().has("question")) break;
            assertUnits(reply, 1, 1);
            Answer asked = call("next-question", started).to(world.next);
            assertUnits(asked, 1, 0);
            question = reply.json().path("question");
        }
        assertTrue(answers >= 32, "answers: " + answers);
    }

    @Test
    void repeats_the_reply_to_the_same_answer_even_much_later() {
        JsonNode started = world.startPlacement().json();
        JsonNode question = started.path("question");
        Answer first = world.answer(started, question, "right");
        world.answer(started, first.json().path("question"), "wrong");

        Answer again = world.answer(started, question, "right");

        assertEquals(200, again.status());
        assertEquals(first.body(), again.body());
        assertEquals(3, world.assessments.turns("assessment-1").size());
    }

    @Test
    void refuses_another_answer_to_an_answered_question() {
        JsonNode started = world.startPlacement().json();
        world.answer(started, started.path("question"), "right");

        Answer other = world.answer(started, started.path("question"), "wrong");

        assertEquals(409, other.status());
        assertEquals("already-answered", other.json().path("type").asText());
    }

    @Test
    void repeats_the_reply_to_the_last_answer_with_the_profile() {
        JsonNode started = Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", "2.2").put("locale", "fr")).to(world.start).json();
        JsonNode question = started.path("question");
        Answer last = world.answer(started, question, "right");
        while (last.json().has("question")) {
            question = last.json().path("question");
            last = world.answer(started, question, "right");
        }

        Answer again = world.answer(started, question, "right");

        assertEquals(last.body(), again.body());
    }

    @Test
    void lets_exactly_one_of_twenty_writers_answer_a_question() throws Exception {
        JsonNode started = world.startPlacement().json();
        List<Callable<Answer>> all = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> world.answer(started, started.path("question"), i % 2 == 0 ? "right" : "wrong"))
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
        assertEquals(2, world.assessments.turns("assessment-1").size());
    }

    @Test
    void tells_the_pending_question_to_an_answer_out_of_sequence() {
        JsonNode started = world.startPlacement().json();
        JsonNode question = started.path("question");

        Answer ahead = call("submit-answer", started).body(body(3, question.path("itemId").asText(), "1")).to(world.submit);
        Answer otherItem = call("submit-answer", started).body(body(1, "ZZZZZZ", "1")).to(world.submit);

        for (Answer a : List.of(ahead, otherItem)) {
            assertEquals(409, a.status());
            assertEquals("out-of-sequence", a.json().path("type").asText());
            assertEquals(question, a.json().path("question"));
        }
        assertEquals(1, world.assessments.turns("assessment-1").size());
    }

    @Test
    void a_late_answer_of_a_practice_does_not_count() {
        world.wire(SmallBank.timed());
        JsonNode started = world.startPlacement().json();
        byte[] before = world.assessments.last("assessment-1").orElseThrow().sites().toBytes();
        world.now.updateAndGet(t -> t.plus(Duration.ofMinutes(10)));

        JsonNode reply = world.answer(started, started.path("question"), "right").json();

        assertEquals("late", reply.path("outcome").asText());
        assertEquals(SmallBank.SECONDS, started.path("question").path("timeLimitSeconds").asInt());
        assertEquals(HexFormat.of().formatHex(before),
                HexFormat.of().formatHex(world.assessments.last("assessment-1").orElseThrow().sites().toBytes()));
        assertEquals(2, reply.path("question").path("sequence").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"choice\":\"9\"}", "{\"choice\":2}", "{\"choices\":[\"1\"]}", "{\"text\":\"right\"}", "{}", "{\"skip\":false}",
        "{\"choice\":\"1\",\"skip\":true}", "{\"fields\":[]}", "{\"order\":\"1\"}", "{\"guess\":\"1\"}",
    })
    void refuses_a_response_that_does_not_fit_and_keeps_the_question(String response) throws Exception {
        JsonNode started = world.startPlacement().json();

        Answer answer = call("submit-answer", started).body(Json.object().put("sequence", 1)
                .put("itemId", started.path("question").path("itemId").asText())
                .set("response", Json.read(response))).to(world.submit);

        assertEquals(422, answer.status());
        assertTrue(answer.json().path("errors").path(0).path("pointer").asText().startsWith("/response"), answer.body());
        assertEquals(1, world.assessments.turns("assessment-1").size());
    }

    @Test
    void a_failure_of_the_store_is_a_500_that_says_nothing_of_it() {
        JsonNode started = world.startPlacement().json();
        DynamoAssessments broken = new DynamoAssessments(world.store.client(), "Missing", "Learners");

        Answer answer = call("next-question", started)
                .to(new NextQuestionHandler(new ShowQuestion(broken, null, world.now::get), new Examiner(SmallBank.untimed())));

        assertEquals(500, answer.status());
        assertEquals("unexpected", answer.json().path("type").asText());
        for (String word : List.of("Exception", "Missing", "dynamodb", "table")) {
            assertFalse(answer.body().contains(word), answer.body());
        }
        String requestId = answer.json().path("requestId").asText();
        assertTrue(answer.log().getFirst().contains(requestId) && answer.log().getFirst().contains("failure"));
    }
}
