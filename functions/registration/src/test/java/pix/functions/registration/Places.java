package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import pix.Language;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedStore;
import pix.enrolment.AskForPlace;
import pix.enrolment.DecidePlaceRequest;
import pix.enrolment.DecidePlaceRequest.Outcome;
import pix.enrolment.Ine;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequest.Decision;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Uai;
import pix.platform.Ids;
import pix.signing.SecretRosterKeys;
import pix.store.DynamoAuditTrail;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPlaceRequests;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A school with Léa Martin and Noé Abadie, people with accounts who ask for a place there, and its head who decides. */
final class Places implements AutoCloseable {
    static final String SCHOOL = "school-1";
    static final String UAI = "0750655E";
    static final String INE = "123456789AB";
    static final LocalDate BORN = LocalDate.of(2012, 3, 14);
    private static final SecureRandom RANDOM = new SecureRandom();

    final EmbeddedStore store = EmbeddedStore.inMemory();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00.123Z"));
    final RosterKeys keys = new SecretRosterKeys(new byte[32]);
    final DynamoLearners learners = new DynamoLearners(store.client(), "Learners");
    final DynamoStudents students = new DynamoStudents(store.client(), "Organisations");
    final DynamoSchoolLinks links = new DynamoSchoolLinks(store.client(), "Learners", "Organisations");
    final DynamoPlaceRequests requests = requests(store.client());
    final DynamoAuditTrail auditTrail = new DynamoAuditTrail(store.client(), "Organisations");
    private final DynamoOrganisations organisations = new DynamoOrganisations(store.client(), "Organisations");

    Places() {
        organisations.add(new Organisation(SCHOOL, OrganisationType.COLLEGE, Optional.of(new Uai(UAI)), "Collège Ada Lovelace",
                "Paris", "75", now.get()));
        students.add(List.of(student("lea", "MARTIN", "Marie Léa", BORN, Optional.of(INE)),
                student("noe", "Abadie", "Noé", BORN, Optional.empty())));
    }

    Student student(String studentId, String familyName, String givenNames, LocalDate birthDate, Optional<String> ine) {
        return new Student(SCHOOL, studentId, Optional.empty(), familyName, Optional.empty(), givenNames, birthDate, Optional.of("3A"),
                Optional.empty(), ine.map(number -> new Ine(number).hash(keys)), Optional.empty(), Optional.empty(), true, 0, "u", "u");
    }

    Student student(String studentId) {
        return students.get(SCHOOL, studentId).orElseThrow();
    }

    /** Opens an account. @return its id */
    String account(String username, String givenName, String familyName) {
        Learner learner = new Learner("id-" + username, username, givenName, familyName, BORN, Situation.TROISIEME, Language.FR, Set.of(),
                now.get());
        if (!learners.add(learner)) throw new AssertionError(username);
        return learner.learnerId();
    }

    String lea() {
        return account("lea.martin", "Lea", "Martin");
    }

    void rename(String learnerId, String familyName) {
        Learner l = learners.find(learnerId).orElseThrow();
        learners.update(new Learner(l.learnerId(), l.username(), l.givenName(), familyName, l.birthDate(), l.situation(), l.locale(), l.needs(),
                l.createdAt()));
    }

    Answer ask(String learnerId) {
        return ask(learnerId, Optional.empty(), store.client());
    }

    Answer ask(String learnerId, String ine) {
        return ask(learnerId, Optional.of(ine), store.client());
    }

    Answer ask(String learnerId, Optional<String> ine, DynamoDbClient line) {
        Call call = Call.of("ask-for-place").by(learnerId, learnerId.substring(3));
        return (ine.isPresent() ? call.with("ine", TextNode.valueOf(ine.get())) : call).to(handler(line));
    }

    AskForPlaceHandler handler(DynamoDbClient line) {
        DynamoStudents onLine = new DynamoStudents(line, "Organisations");
        DynamoOrganisations schools = new DynamoOrganisations(line, "Organisations");
        return new AskForPlaceHandler(new DynamoLearners(line, "Learners"), new AskForPlace(schools, onLine,
                new DynamoSchoolLinks(line, "Learners", "Organisations"), requests(line),
                new DynamoClaimTries(line, "Organisations", keys, now::get), keys, now::get, () -> Ids.draw(RANDOM)),
                new SchoolReplies(schools, onLine));
    }

    /** What {@code GET /me/schools} tells. */
    JsonNode told(String learnerId) {
        return Call.of("list-schools").by(learnerId, learnerId.substring(3))
                .to(new ListSchoolsHandler(links, requests, new SchoolReplies(organisations, students))).json();
    }

    /** Those the school sees. */
    List<PlaceRequest> open() {
        return requests.open(SCHOOL);
    }

    Outcome decide(PlaceRequest request, Decision decision) {
        return decide(request, decision, store.client());
    }

    Outcome decide(PlaceRequest request, Decision decision, DynamoDbClient line) {
        return new DecidePlaceRequest(requests(line), new DynamoStudents(line, "Organisations"), new DynamoLearners(line, "Learners"),
                auditTrail, now::get).decide(SCHOOL, request.requestId(), decision, "head-1");
    }

    void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    private DynamoPlaceRequests requests(DynamoDbClient line) {
        return new DynamoPlaceRequests(line, "Learners", "Organisations", now::get);
    }

    @Override
    public void close() {
        store.close();
    }
}
