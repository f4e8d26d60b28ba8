package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.sessions.SeatsTest.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.assessment.SubmitAnswer;
import pix.bank.Response;
import pix.embedded.Call.Answer;
import pix.http.Json;
import pix.session.Candidate;
import pix.session.PublishSession;
import pix.session.Result;
import pix.store.DynamoCertificates;

/** What comes after the day: finalising, scoring, publishing, appealing. */
class JuryTest {
    private static final String LAPTOP = "laptop-0001";

    private final World world = new World();
    private final Wiring wiring = world.wiring;
    private String session;

    @BeforeEach
    void plan() {
        session = world.session("public", 40);
        for (String learner : new String[] {"zoe", "luc", "ada"}) world.book(session, world.certifiable(learner));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void finalising_says_what_is_missing_and_then_scores_by_the_rules() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        String luc = world.sitting(session, "luc", LAPTOP);
        world.book(session, world.certifiable("absent"));
        world.answer(zoe, 25, LAPTOP);
        world.answer(luc, 19, LAPTOP);
        world.call("raise-alert", "luc").path("id", luc).header("pix-device", LAPTOP).to(new RaiseAlertHandler(wiring));

        Answer refused = world.finalise(session, Json.object());
        assertEquals("not-finalisable", type(refused));
        assertEquals(3, refused.json().path("missing").size(), refused.body());
        world.supervise("decide-alert", session, "luc", new DecideAlertHandler(wiring));

        JsonNode reasons = reasons("zoe", "candidate", "luc", "candidate");
        Answer finalised = world.finalise(session, reasons);
        assertEquals(200, finalised.status(), finalised.body());
        assertEquals(finalised.json(), world.finalise(session, reasons).json(), "again: the same");

        Result zoes = result("zoe");
        assertEquals(Result.Status.SCORED, zoes.status());
        assertEquals(25, zoes.answered());
        assertEquals("lack-of-answers", result("luc").code().orElseThrow());
        assertEquals("absent", result("absent").code().orElseThrow());
        SubmitAnswer.Outcome late = world.submit().submit(
                new SubmitAnswer.Command("zoe", zoe, 27, "ABCDEF", new Response.Skip(), LAPTOP));
        assertEquals(new SubmitAnswer.Outcome.Completed(), late, "no answer after the end");
    }

    @Test
    void a_failure_cancels_few_answers_and_does_not_make_the_missing_ones_count() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        String luc = world.sitting(session, "luc", LAPTOP);
        String ada = world.sitting(session, "ada", LAPTOP);
        world.answer(zoe, 20, LAPTOP);
        world.answer(luc, 20, LAPTOP);
        world.answer(ada, 3, LAPTOP);

        world.finalise(session, Json.object().set("notFinished", Json.array()
                .add(reason("zoe", "candidate")).add(reason("luc", "technical")).add(reason("ada", "technical"))));

        assertEquals(Result.Status.CANCELLED, result("ada").status());
        assertEquals("technical", result("ada").code().orElseThrow());
        assertTrue(result("luc").pix() > result("zoe").pix(), "what a person leaves out counts as skipped");
        int skipping = world.examiner.weigh(world.examiner.observations(
                java.util.stream.Stream.concat(
                        wiring.assessments().turns(zoe).stream(),
                        world.examiner.skippingTheRest(wiring.assessments().turn(zoe, 20).orElseThrow()).stream()).toList()))
                .sites().equals(result("zoe").sites()) ? 1 : 0;
        assertEquals(1, skipping, "stopping is worth as much as skipping the rest");
    }

    @Test
    void publishes_a_quiet_session_by_schedule_after_a_day_and_hands_successes_over() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        world.answer(zoe, 32, LAPTOP);
        JsonNode finalised = world.finalise(session, Json.object()).json();
        assertEquals("ready", finalised.path("jury").asText());

        assertEquals(0, publishDue());
        assertFalse(booking("zoe").has("result"), "nothing is told before publication");
        world.pass(Duration.ofHours(24));
        assertEquals(1, publishDue());
        assertEquals(0, publishDue());

        JsonNode result = booking("zoe").path("result");
        assertEquals("certified", result.path("status").asText());
        assertTrue(result.path("pix").asInt() >= 64);
        assertEquals("cancelled", booking("luc").path("result").path("status").asText());
        long handedOver = world.store.client().query(q -> q.tableName("Certificates")
                .keyConditionExpression("certificateCode = :c").expressionAttributeValues(java.util.Map.of(":c",
                        software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("candidate#" + session + "#zoe"))))
                .count();
        assertEquals(1, handedOver);
    }

    @Test
    void a_flagged_session_waits_for_the_operator_and_a_refusal_can_be_appealed_against_once() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        world.answer(zoe, 32, LAPTOP);
        JsonNode fraud = Json.object().set("incidents", Json.array().add(Json.object().put("kind", "fraud").put("learnerId", "zoe")));
        assertEquals("waiting", world.finalise(session, fraud).json().path("jury").asText());
        world.pass(Duration.ofDays(3));
        assertEquals(0, publishDue());

        JsonNode jury = world.call("show-jury", World.OPERATOR).path("id", session).to(new ShowJuryHandler(wiring)).json();
        JsonNode candidate = of(jury, "zoe");
        assertEquals("incident", candidate.path("flags").path(0).path("code").asText());
        assertEquals(16, candidate.path("competences").size());
        assertEquals(422, publish("reject", "").status(), "nobody is refused without a word");
        assertEquals(200, publish("reject", "Téléphone utilisé").status());
        assertEquals("Téléphone utilisé", booking("zoe").path("result").path("reason").asText());

        Answer appealed = world.call("appeal-result", "zoe").path("id", session).to(new AppealResultHandler(wiring));
        Answer again = world.call("appeal-result", "zoe").path("id", session).to(new AppealResultHandler(wiring));
        Answer other = world.call("appeal-result", "zoe").path("id", session)
                .body(Json.object().put("text", "Encore")).to(new AppealResultHandler(wiring));
        assertEquals(202, appealed.status());
        assertEquals(202, again.status());
        assertEquals("not-appealable", type(other));
        assertEquals(session, listed("appealed").path("sessions").path(0).path("sessionId").asText());
        assertEquals(200, publish("publish", "Après réexamen").status());
        assertEquals("certified", booking("zoe").path("result").path("status").asText());
        assertEquals(0, listed("appealed").path("sessions").size());
    }

    @Test
    void the_head_alone_sees_who_was_not_certified_and_that_is_noted() {
        world.open(session);
        world.answer(world.sitting(session, "zoe", LAPTOP), 32, LAPTOP);
        world.finalise(session, Json.object());
        assertFalse(board(World.HEAD).toString().contains("verdict"), "nothing is told before publication");
        assertEquals(200, publish("reject", "Téléphone utilisé").status());

        JsonNode seen = board(World.HEAD);

        assertEquals("rejected", of(seen, "zoe").path("verdict").asText());
        assertEquals("Téléphone utilisé", of(seen, "zoe").path("reason").asText());
        assertEquals("absent", of(seen, "luc").path("verdict").asText());
        assertFalse(board(World.INVIGILATOR).toString().contains("verdict"));
        assertEquals(Set.of(World.HEAD + " verdicts", World.OPERATOR + " jury"), Set.copyOf(noted("zoe")), "whoever decides has looked");
    }

    @Test
    void whoever_reads_results_in_the_log_or_before_the_jury_leaves_an_entry() {
        world.open(session);
        assertEquals(200, log(World.HEAD).status());
        assertEquals(List.of(), noted("zoe"), "there is no result yet");
        world.answer(world.sitting(session, "zoe", LAPTOP), 32, LAPTOP);
        world.finalise(session, Json.object());

        log(World.HEAD);
        world.call("show-jury", World.OPERATOR).path("id", session).to(new ShowJuryHandler(wiring));

        assertEquals(Set.of(World.HEAD + " log", World.OPERATOR + " jury"), Set.copyOf(noted("zoe")));
        assertEquals(Set.copyOf(noted("zoe")), Set.copyOf(noted("luc")), "that somebody was absent is a result");
    }

    /** Who saw what of a person. */
    private List<String> noted(String learnerId) {
        return wiring.auditTrail().of(learnerId, Optional.empty()).entries().stream()
                .map(entry -> entry.view().viewer() + " " + entry.view().what()).toList();
    }

    private Answer log(String who) {
        return world.call("show-log", who).path("id", session).to(new ShowLogHandler(wiring));
    }

    private JsonNode board(String who) {
        return world.call("show-board", who).path("id", session).to(new ShowBoardHandler(wiring)).json();
    }

    @Test
    void everything_is_in_the_log_and_names_nobody() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        world.answer(zoe, 32, LAPTOP);
        world.finalise(session, Json.object());

        Answer log = log(World.HEAD);

        for (String kind : new String[] {"planned", "booked", "opened", "entered", "admitted", "started", "closed", "finalised", "scored"}) {
            assertTrue(log.body().contains("\"" + kind + "\""), kind);
        }
        assertFalse(log.body().contains("Née"));
    }

    @Test
    void a_success_that_the_jury_takes_back_is_never_certified_and_may_be_given_again() {
        world.open(session);
        world.answer(world.sitting(session, "zoe", LAPTOP), 32, LAPTOP);
        world.finalise(session, Json.object());
        assertEquals(200, publish("publish", "Vu").status());
        assertEquals(1, due());

        assertEquals(200, publish("reject", "Téléphone utilisé").status());
        assertEquals(0, due());
        assertEquals(200, publish("reject", "Téléphone utilisé").status(), "again, as after a crash");
        assertEquals(0, due());
        assertEquals(200, publish("publish", "Après réexamen").status());
        assertEquals(1, due());
    }

    @Test
    void the_schedule_publishes_many_sessions_side_by_side_and_leaves_the_rest_where_time_is_up() {
        for (int i = 0; i < 25; i++) {
            String one = world.session("public", 1, Duration.ofDays(1 + i));
            world.open(one);
            world.finalise(one, Json.object());
        }
        world.pass(Duration.ofHours(24));

        var late = publishUntil(world.now.get());
        assertEquals(new PublishSession.Report(0, 0, false), late);
        var run = publishUntil(world.now.get().plusSeconds(60));
        assertEquals(new PublishSession.Report(25, 0, true), run);
    }

    private int publishDue() {
        return publishUntil(world.now.get().plusSeconds(60)).published();
    }

    private PublishSession.Report publishUntil(java.time.Instant until) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return wiring.publishSession().publishDue(until, threads, e -> {
                throw e;
            });
        }
    }

    /** Results that wait for their certificate. */
    private int due() {
        var certificates = new DynamoCertificates(world.store.client(), "Certificates");
        return IntStream.range(0, certificates.shards())
                .map(shard -> certificates.due(shard, world.now.get(), Optional.empty()).size())
                .sum();
    }

    private Answer publish(String decision, String reason) {
        return world.call("publish-session", World.OPERATOR).path("id", session)
                .body(Json.object().set("decisions", Json.array()
                        .add(Json.object().put("learnerId", "zoe").put("decision", decision).put("reason", reason))))
                .to(new PublishSessionHandler(wiring));
    }

    private JsonNode listed(String state) {
        return pix.embedded.Call.of("find-sessions").query("state", state).header("authorization", "Bearer operator")
                .without("department", "from").to(new FindSessionsHandler(wiring)).json();
    }

    private Result result(String learner) {
        return wiring.candidates().find(session, learner).flatMap(Candidate::result).orElseThrow();
    }

    private JsonNode booking(String learner) {
        return world.call("list-bookings", learner).to(new ListBookingsHandler(wiring)).json().path("bookings").path(0);
    }

    private static JsonNode reasons(String one, String its, String other, String itsToo) {
        return Json.object().set("notFinished", Json.array().add(reason(one, its)).add(reason(other, itsToo)));
    }

    private static JsonNode reason(String learner, String reason) {
        return Json.object().put("learnerId", learner).put("reason", reason);
    }

    static JsonNode of(JsonNode list, String learner) {
        for (JsonNode c : list.path("candidates")) if (c.path("learnerId").asText().equals(learner)) return c;
        throw new AssertionError("no " + learner);
    }
}
