package pix.functions.sessions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Examiner;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.bank.Item;
import pix.bank.Response;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedStore;
import pix.embedded.SmallBank;
import pix.enrolment.Student;
import pix.framework.Competence;
import pix.http.Caller;
import pix.http.Json;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.session.ExamRoom;
import pix.store.DynamoCalibrations;
import pix.store.DynamoStudents;

/** A school with its staff, people who may sit, and a clock, over a real store. */
final class World implements AutoCloseable {
    static final String SCHOOL = "organisation-1";
    static final String HEAD = "head-1";
    static final String INVIGILATOR = "invigilator-1";
    static final String TEACHER = "teacher-1";
    static final String STRANGER = "stranger-1";
    static final String OPERATOR = "operator-1";

    final EmbeddedStore store = EmbeddedStore.inMemory();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    final DynamoCalibrations calibrations = new DynamoCalibrations(store.client(), "Calibrations");
    final Examiner examiner = new Examiner(SmallBank.untimed(), calibrations);
    final Wiring wiring = new Wiring(store.client(), name -> name, now::get, () -> examiner, Duration.ofHours(24),
            token -> token.equals("operator") ? Optional.of(new Caller(OPERATOR, "op", Set.of("operator"), Set.of())) : Optional.empty());
    private final AtomicInteger assessmentIds = new AtomicInteger();
    private final ExamRoom room = new ExamRoom(wiring.sessions(), wiring.candidates());
    private final StartAssessment start = new StartAssessment(wiring.learners(), wiring.profiles(), wiring.assessments(), room,
            examiner, now::get, new Random(7), () -> "assessment-" + assessmentIds.incrementAndGet());
    private final SubmitAnswer submit =
            new SubmitAnswer(wiring.profiles(), wiring.assessments(), room, examiner, now::get);

    World() {
        wiring.organisations().add(new Organisation(SCHOOL, OrganisationType.COLLEGE, Optional.of(new Uai("0750655E")),
                "Collège Ada Lovelace", "Paris", "75", now.get()));
        for (String person : List.of(HEAD, INVIGILATOR, TEACHER, STRANGER, OPERATOR)) register(person);
        wiring.organisations().appoint(new Membership(SCHOOL, HEAD, Role.HEAD), OPERATOR, now.get());
        wiring.organisations().appoint(new Membership(SCHOOL, INVIGILATOR, Role.INVIGILATOR), OPERATOR, now.get());
        wiring.organisations().appoint(new Membership(SCHOOL, TEACHER, Role.TEACHER), OPERATOR, now.get());
    }

    void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    void register(String learnerId) {
        wiring.learners().add(new Learner(learnerId, "user." + learnerId, "Zoé", "Née-" + learnerId,
                LocalDate.of(2012, 3, 14), Situation.TROISIEME, Language.FR, Set.of(), Instant.EPOCH));
    }

    /** Somebody who may sit a certification. */
    String certifiable(String learnerId) {
        register(learnerId);
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) ability = ability.observe(c, new ItemParameters(1.2, 0, 0, 1), 1);
        Terms terms = new Terms("practice-" + learnerId, learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), 1, "test", now.get());
        Turn turn = new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty());
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 2);
        wiring.assessments().start(turn, new Profile(learnerId, 1, ability.sites(), answers, SeenItems.none(), Map.of(),
                Optional.of(now.get())));
        return learnerId;
    }

    /** A student of the school's roster, with an account that may sit. */
    String student(String studentId, String learnerId, String className) {
        new DynamoStudents(store.client(), "Organisations").add(List.of(new Student(SCHOOL, studentId, Optional.of(learnerId), "Martin",
                Optional.empty(), "Léa", LocalDate.of(2012, 3, 14), Optional.of(className), Optional.empty(), Optional.empty(),
                Optional.of("sealed " + studentId), Optional.empty(), true, 0, "upload-1", "upload-1")));
        return certifiable(learnerId);
    }

    Call call(String event, String learnerId) {
        Call call = Call.of(event).by(learnerId, "user." + learnerId);
        return learnerId.equals(OPERATOR) ? call.inGroups("operator") : call;
    }

    /** A session planned by the head, in a week. */
    String session(String audience, int capacity) {
        return session(audience, capacity, Duration.ofDays(7));
    }

    String session(String audience, int capacity, Duration ahead) {
        Answer created = call("create-session", HEAD)
                .with("audience", Json.object().textNode(audience))
                .with("capacity", Json.object().numberNode(capacity))
                .with("startsAt", Json.object().textNode(now.get().plus(ahead).toString()))
                .to(new CreateSessionHandler(wiring));
        if (created.status() != 201) throw new AssertionError(created.body());
        return created.json().path("sessionId").asText();
    }

    Answer book(String sessionId, String learnerId) {
        return call("book-seat", learnerId).path("id", sessionId).to(new BookSeatHandler(wiring));
    }

    /** A call of an invigilator about a candidate. */
    Answer supervise(String event, String sessionId, String learnerId, RequestStreamHandler handler) {
        return call(event, INVIGILATOR).path("id", sessionId).path("learnerId", learnerId).to(handler);
    }

    Answer enter(String sessionId, String learnerId, String device) {
        String code = wiring.sessions().find(sessionId).orElseThrow().accessCode();
        return call("enter-session", learnerId).path("id", sessionId).header("pix-device", device)
                .with("accessCode", Json.object().textNode(code)).to(new EnterSessionHandler(wiring));
    }

    void open(String sessionId) {
        Answer opened = call("open-session", INVIGILATOR).path("id", sessionId).to(new OpenSessionHandler(wiring));
        if (opened.status() != 200) throw new AssertionError(opened.body());
    }

    void admit(String sessionId, String learnerId) {
        Answer admitted = supervise("admit-candidate", sessionId, learnerId, new AdmitCandidateHandler(wiring));
        if (admitted.status() != 200) throw new AssertionError(admitted.body());
    }

    StartAssessment.Outcome begin(String sessionId, String learnerId, String device) {
        return start.start(new StartAssessment.Command(learnerId, AssessmentKind.CERTIFICATION, Optional.empty(), Language.FR,
                Optional.of(sessionId), device));
    }

    /** Booked, entered, let in and started. */
    String sitting(String sessionId, String learnerId, String device) {
        enter(sessionId, learnerId, device);
        admit(sessionId, learnerId);
        return ((StartAssessment.Outcome.Started) begin(sessionId, learnerId, device)).turn().terms().assessmentId();
    }

    /** Answers the pending question half a minute after it was asked. */
    SubmitAnswer.Outcome answer(String assessmentId, boolean right, String device) {
        Turn turn = wiring.assessments().last(assessmentId).orElseThrow();
        pass(Duration.ofSeconds(30));
        Item item = examiner.item(turn.pendingKey());
        Response response = right ? item.rightResponse(turn.terms().seed(), Language.FR) : new Response.Skip();
        return submit.submit(new SubmitAnswer.Command(turn.terms().learnerId(), assessmentId, turn.sequence() + 1, item.id(),
                response, device));
    }

    void answer(String assessmentId, int times, String device) {
        for (int i = 0; i < times; i++) {
            if (!(answer(assessmentId, i % 3 != 2, device) instanceof SubmitAnswer.Outcome.Accepted)) throw new AssertionError("refused");
        }
    }

    SubmitAnswer submit() {
        return submit;
    }

    Answer finalise(String sessionId, JsonNode body) {
        return call("finalise-session", INVIGILATOR).path("id", sessionId).body(body).to(new FinaliseSessionHandler(wiring));
    }

    JsonNode board(String sessionId) {
        return call("show-board", INVIGILATOR).path("id", sessionId).to(new ShowBoardHandler(wiring)).json();
    }

    @Override
    public void close() {
        store.close();
    }
}
