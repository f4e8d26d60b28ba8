package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import pix.Language;
import pix.assessment.CalibrateBank;
import pix.assessment.ChooseVersion;
import pix.assessment.Examiner;
import pix.assessment.ShowProfile;
import pix.assessment.ShowQuestion;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.bank.Bank;
import pix.bank.Need;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedStore;
import pix.embedded.SmallBank;
import pix.http.Json;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.session.ExamRoom;
import pix.store.DynamoAssessments;
import pix.store.DynamoCalibrations;
import pix.store.DynamoCandidates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;
import pix.store.DynamoSessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everything a test of assessments stands on, over a real store: one learner and a bank. */
final class World implements AutoCloseable {
    static final String LEARNER = "learner-1";

    final EmbeddedStore store = EmbeddedStore.inMemory();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    final DynamoAssessments assessments = assessments(store.client());
    final DynamoCalibrations calibrations = calibrations(store.client());
    final DynamoLearners learners = new DynamoLearners(store.client(), "Learners");
    private final AtomicInteger ids = new AtomicInteger();
    private final Random random = new Random(7);
    private Bank bank;
    StartAssessmentHandler start;
    NextQuestionHandler next;
    SubmitAnswerHandler submit;
    ShowAssessmentHandler show;
    ShowProfileHandler profile;
    ListCalibrationsHandler listCalibrations;
    ActivateCalibrationHandler activateCalibration;

    World() {
        wire(SmallBank.untimed());
        learners.add(learner(LEARNER));
    }

    /** Starts the handlers anew, as in another process, with this bank. */
    void wire(Bank other) {
        bank = other;
        DynamoProfiles profiles = new DynamoProfiles(store.client(), "Learners");
        Examiner examiner = new Examiner(bank, calibrations);
        ExamRoom room = new ExamRoom(new DynamoSessions(store.client(), "Sessions"),
                new DynamoCandidates(store.client(), "Sessions", assessments));
        start = new StartAssessmentHandler(new StartAssessment(learners, profiles, assessments, room, examiner, now::get,
                random, () -> "assessment-" + ids.incrementAndGet()), examiner);
        next = new NextQuestionHandler(new ShowQuestion(assessments, room, now::get), examiner);
        submit = new SubmitAnswerHandler(new SubmitAnswer(profiles, assessments, room, examiner, now::get), examiner);
        show = new ShowAssessmentHandler(assessments, profiles, room, now::get);
        profile = new ShowProfileHandler(new ShowProfile(profiles, assessments, examiner, now::get));
        ChooseVersion choose = new ChooseVersion(calibrations, bank, now::get);
        listCalibrations = new ListCalibrationsHandler(choose);
        activateCalibration = new ActivateCalibrationHandler(choose);
    }

    static DynamoAssessments assessments(DynamoDbClient client) {
        return new DynamoAssessments(client, "Assessments", "Learners");
    }

    static DynamoCalibrations calibrations(DynamoDbClient client) {
        return new DynamoCalibrations(client, "Calibrations");
    }

    /** Lets half a day go by: what was finished before is counted by the next run. */
    void night() {
        now.updateAndGet(t -> t.plus(Duration.ofHours(12)));
    }

    /** The nightly function, over a client that may be told to fail. */
    CalibrateBankHandler calibrate(DynamoDbClient client) {
        return new CalibrateBankHandler(
                new CalibrateBank(assessments(client), calibrations(client), new Examiner(bank, calibrations(client)), now::get), now::get);
    }

    JsonNode calibrate() {
        return Call.of("calibrate-bank").to(calibrate(store.client())).json();
    }

    @Override
    public void close() {
        store.close();
    }

    JsonNode placed(String option) {
        return answerAll(startPlacement().json(), option);
    }

    JsonNode practised(String competence, String option) {
        return answerAll(startPractice(competence), option);
    }

    JsonNode answerAll(JsonNode started, String option) {
        JsonNode reply = started;
        while (reply.has("question")) reply = answer(started, reply.path("question"), option).json();
        return reply;
    }

    Answer startPlacement() {
        return Call.of("start-assessment").by(LEARNER, "lea").to(start);
    }

    JsonNode startPractice(String competence) {
        return Call.of("start-assessment").by(LEARNER, "lea")
                .body(Json.object().put("kind", "competence").put("competence", competence).put("locale", "fr")).to(start).json();
    }

    Answer answer(JsonNode started, JsonNode question, String option) {
        String choice = null;
        for (JsonNode c : question.path("choices")) if (c.path("text").asText().equals(option)) choice = c.path("id").asText();
        return call("submit-answer", started)
                .body(body(question.path("sequence").asInt(), question.path("itemId").asText(), choice)).to(submit);
    }

    static JsonNode body(int sequence, String itemId, String choice) {
        return Json.object().put("sequence", sequence).put("itemId", itemId)
                .set("response", Json.object().put("choice", choice));
    }

    static Call call(String event, JsonNode started) {
        return Call.of(event).path("id", started.path("assessmentId").asText()).by(LEARNER, "lea");
    }

    static void assertUnits(Answer answer, double read, double written) {
        String line = answer.log().getFirst();
        assertTrue(line.contains("\"readUnits\":" + read) && line.contains("\"writeUnits\":" + written), line);
    }

    static JsonNode withoutId(Answer answer) {
        return ((ObjectNode) answer.json()).without("requestId");
    }

    static Learner learner(String learnerId) {
        return new Learner(learnerId, "user." + learnerId, "Léa", "Martin", LocalDate.of(2012, 3, 14),
                Situation.TROISIEME, Language.FR, Set.<Need>of(), Instant.EPOCH);
    }
}
