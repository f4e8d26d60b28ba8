package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.sessions.SeatsTest.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.assessment.Supervision.Standing;
import pix.assessment.Turn;
import pix.assessment.Verdict;
import pix.bank.Response;
import pix.embedded.Call.Answer;
import pix.http.Json;

class ExamDayTest {
    private static final String LAPTOP = "laptop-0001";
    private static final String PHONE = "phone-00001";

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
    void nobody_starts_before_the_invigilator_lets_them_in() {
        assertEquals("session-not-open", type(world.enter(session, "zoe", LAPTOP)));
        world.open(session);
        assertEquals("wrong-access-code", type(enterWith("WRONG1", "zoe")));
        assertEquals("not-booked", type(world.enter(session, world.certifiable("eve"), LAPTOP)));
        assertEquals("not-waiting", type(world.supervise("admit-candidate", session, "zoe", new AdmitCandidateHandler(wiring))));

        Answer entered = world.enter(session, "zoe", LAPTOP);
        assertEquals(202, entered.status(), entered.body());
        assertEquals("waiting", entered.json().path("state").asText());
        assertInstanceOf(StartAssessment.Outcome.NotAdmitted.class, world.begin(session, "zoe", LAPTOP));

        world.admit(session, "zoe");
        assertInstanceOf(StartAssessment.Outcome.Started.class, world.begin(session, "zoe", LAPTOP));
        assertInstanceOf(StartAssessment.Outcome.Resumed.class, world.begin(session, "zoe", LAPTOP));
    }

    @Test
    void whoever_tries_codes_one_after_another_waits_and_nobody_else() {
        world.open(session);
        for (int i = 0; i < 10; i++) assertEquals("wrong-access-code", type(enterWith("WRONG" + i, "zoe")));

        Answer eleventh = enterWith("WRONG9", "zoe");
        assertEquals(429, eleventh.status());
        assertEquals("300", eleventh.headers().path("retry-after").asText());
        assertEquals(429, world.enter(session, "zoe", LAPTOP).status(), "the right one too");
        assertEquals(202, world.enter(session, "luc", LAPTOP).status());
        world.pass(Duration.ofMinutes(5));
        assertEquals(202, world.enter(session, "zoe", LAPTOP).status());
    }

    @Test
    void a_certification_asks_32_questions_two_a_competence_and_tells_no_outcome() {
        world.open(session);
        String assessment = world.sitting(session, "zoe", LAPTOP);

        world.answer(assessment, 32, LAPTOP);

        Turn last = wiring.assessments().last(assessment).orElseThrow();
        assertTrue(last.completed());
        assertTrue(Arrays.stream(world.examiner.answersByCompetence(last)).allMatch(n -> n == 2));
        assertEquals("completed", state("zoe"));
    }

    @Test
    void another_device_needs_a_new_admission_and_the_same_one_does_not() {
        world.open(session);
        String assessment = world.sitting(session, "zoe", LAPTOP);
        world.answer(assessment, 3, LAPTOP);

        assertEquals("started", world.enter(session, "zoe", LAPTOP).json().path("state").asText());
        Answer phone = world.enter(session, "zoe", PHONE);
        assertEquals("waiting", phone.json().path("state").asText());
        assertInstanceOf(SubmitAnswer.Outcome.Refused.class, world.answer(assessment, true, PHONE));
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(assessment, true, LAPTOP), "goes on until then");

        world.admit(session, "zoe");
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(assessment, true, PHONE));
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.OtherDevice()), world.answer(assessment, true, LAPTOP));
        assertEquals(5, wiring.assessments().last(assessment).orElseThrow().sequence(), "no answer is lost");
    }

    @Test
    void the_clock_stands_still_in_a_pause_and_gives_extra_time() {
        world.call("change-candidate", World.HEAD).path("id", session).path("learnerId", "luc").to(new ChangeCandidateHandler(wiring));
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        String luc = world.sitting(session, "luc", LAPTOP);
        assertEquals(105 * 60, remaining("zoe"));
        assertEquals(105 * 60 * 133 / 100, remaining("luc"));

        world.pass(Duration.ofMinutes(10));
        world.supervise("pause-candidate", session, "zoe", new PauseCandidateHandler(wiring));
        world.pass(Duration.ofMinutes(30));
        assertEquals(95 * 60, remaining("zoe"), "nothing runs in a pause");
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.Paused()), world.answer(zoe, true, LAPTOP));
        world.supervise("resume-candidate", session, "zoe", new ResumeCandidateHandler(wiring));
        world.pass(Duration.ofMinutes(94));
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(zoe, true, LAPTOP));

        world.pass(Duration.ofMinutes(1));
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.TimeOver()), world.answer(zoe, true, LAPTOP));
        assertEquals("time-over", state("zoe"));
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(luc, true, LAPTOP), "a third more time");
        world.pass(Duration.ofMinutes(3));
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.TimeOver()), world.answer(luc, true, LAPTOP));
    }

    @Test
    void a_replaced_question_never_counts_and_another_of_its_competence_is_asked() {
        world.open(session);
        String assessment = world.sitting(session, "zoe", LAPTOP);
        world.answer(assessment, 5, LAPTOP);
        Turn before = wiring.assessments().last(assessment).orElseThrow();
        int broken = before.pendingKey();

        assertEquals(1, report(assessment).json().path("n").asInt());
        assertEquals(1, report(assessment).json().path("n").asInt(), "a repeated report is the same report");
        assertInstanceOf(SubmitAnswer.Outcome.Refused.class, world.answer(assessment, true, LAPTOP), "the question waits");
        assertEquals("zoe", world.board(session).path("candidates").path(0).path("learnerId").asText(), "most in need first");
        assertEquals(200, decide("replace-question").status());
        assertEquals(200, decide("replace-question").status());
        assertEquals("already-decided", type(decide("dismiss")));

        Turn after = wiring.assessments().last(assessment).orElseThrow();
        assertEquals(Verdict.WITHDRAWN, after.answered().orElseThrow().verdict());
        assertEquals(5, after.answers());
        assertEquals(before.sites(), after.sites());
        SubmitAnswer.Outcome late = world.submit().submit(new SubmitAnswer.Command("zoe", assessment, 6,
                world.examiner.item(broken).id(), new Response.Skip(), LAPTOP));
        assertInstanceOf(SubmitAnswer.Outcome.AlreadyAnswered.class, late, "an answer that comes after changes nothing");

        world.answer(assessment, 27, LAPTOP);
        Turn last = wiring.assessments().last(assessment).orElseThrow();
        assertTrue(last.completed());
        assertEquals(33, last.sequence());
        assertTrue(Arrays.stream(world.examiner.answersByCompetence(last)).allMatch(n -> n == 2));
        Set<Integer> asked = new HashSet<>();
        for (int key : last.asked()) assertTrue(asked.add(key), "nothing is asked twice");
    }

    @Test
    void leaving_the_page_is_shown_and_counted_once_a_time() {
        world.open(session);
        String assessment = world.sitting(session, "zoe", LAPTOP);
        for (String kind : new String[] {"focus-lost", "focus-lost", "focus-back", "focus-lost"}) {
            Answer sent = world.call("send-signal", "zoe").path("id", assessment)
                    .with("kind", Json.object().textNode(kind)).to(new SendSignalHandler(wiring));
            assertEquals(202, sent.status());
        }

        JsonNode zoe = candidate("zoe");
        assertEquals(2, zoe.path("focusLosses").asInt());
        assertTrue(zoe.path("away").asBoolean());
        Answer other = world.call("send-signal", "luc").path("id", assessment).to(new SendSignalHandler(wiring));
        assertEquals(404, other.status());
    }

    @Test
    void a_board_of_forty_costs_at_most_one_read_unit_a_candidate() {
        for (int i = 0; i < 37; i++) world.book(session, world.certifiable("learner-" + i));
        world.open(session);
        for (JsonNode c : world.board(session).path("candidates")) {
            String learner = c.path("learnerId").asText();
            String assessment = world.sitting(session, learner, LAPTOP);
            world.call("raise-alert", learner).path("id", assessment).header("pix-device", LAPTOP).to(new RaiseAlertHandler(wiring));
        }

        Answer board = world.call("show-board", World.INVIGILATOR).path("id", session).to(new ShowBoardHandler(wiring));

        assertEquals(40, board.json().path("candidates").size());
        double units = Double.parseDouble(board.log().getFirst().replaceAll(".*\"readUnits\":([0-9.]+).*", "$1"));
        assertTrue(units <= 40, "read units: " + units);
    }

    @Test
    void one_answer_of_a_certification_costs_two_reads_and_two_writes() {
        world.open(session);
        String assessment = world.sitting(session, "zoe", LAPTOP);
        var units = new pix.store.ConsumedUnits();

        units.measure(() -> world.answer(assessment, true, LAPTOP));

        // One read more is the test's own look at the pending question.
        assertEquals(3, units.read());
        assertEquals(2, units.written());
    }

    @Test
    void prints_a_sheet_to_sign_twenty_a_page_with_any_name() throws Exception {
        for (int i = 0; i < 20; i++) world.book(session, world.certifiable("étudiant-au-nom-interminable-et-composé-" + i));

        Answer sheet = world.call("print-attendance-sheet", World.HEAD).path("id", session).to(new PrintAttendanceSheetHandler(wiring));

        assertEquals("application/pdf", sheet.headers().path("content-type").asText());
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(sheet.bytes())) {
            assertEquals(2, pdf.getNumberOfPages());
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Née-zoe") && text.contains("Collège Ada Lovelace") && text.contains("page 2 sur 2"), text);
        }
    }

    private Answer enterWith(String code, String learner) {
        return world.call("enter-session", learner).path("id", session)
                .with("accessCode", Json.object().textNode(code)).to(new EnterSessionHandler(wiring));
    }

    private Answer report(String assessment) {
        return world.call("raise-alert", "zoe").path("id", assessment).header("pix-device", LAPTOP).to(new RaiseAlertHandler(wiring));
    }

    private Answer decide(String decision) {
        return world.call("decide-alert", World.INVIGILATOR).path("id", session).path("learnerId", "zoe")
                .body(Json.object().put("decision", decision)).to(new DecideAlertHandler(wiring));
    }

    private JsonNode candidate(String learner) {
        return JuryTest.of(world.board(session), learner);
    }

    private String state(String learner) {
        return candidate(learner).path("state").asText();
    }

    private int remaining(String learner) {
        return candidate(learner).path("remainingSeconds").asInt();
    }
}
