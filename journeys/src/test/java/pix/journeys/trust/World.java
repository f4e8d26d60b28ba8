package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.PublishedResult;
import pix.enrolment.PlaceRequest;
import pix.enrolment.Student;
import pix.framework.Competence;
import pix.http.Json;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPlaceRequests;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoStudents;

/** Two schools with their staff, an operator, learners, and exams they sit: written into the store, then used over HTTP. */
final class World {
    /** Part of every name in this world: where it shows up, somebody was shown. */
    static final String CANARY = "Canari";
    /** As {@link #CANARY}, of people whom nobody of the first school may see. */
    static final String HIDDEN = "Ortolan";
    /** As {@link #CANARY}, of people whom only the first school may see. */
    static final String KEPT = "Loriot";
    static final String DEVICE = "device-0001";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final DynamoLearners LEARNERS = new DynamoLearners(Here.PLATFORM.dynamo(), "Learners");
    private static final DynamoAssessments ASSESSMENTS = new DynamoAssessments(Here.PLATFORM.dynamo(), "Assessments", "Learners");
    private static final DynamoStudents STUDENTS = new DynamoStudents(Here.PLATFORM.dynamo(), "Organisations");
    private static final DynamoPlaceRequests PLACE_REQUESTS =
            new DynamoPlaceRequests(Here.PLATFORM.dynamo(), "Learners", "Organisations", Instant::now);
    private static final DynamoOrganisations ORGANISATIONS = new DynamoOrganisations(Here.PLATFORM.dynamo(), "Organisations");

    final Person operator = person();
    final School school = new School();
    final School elsewhere = new School();

    record Person(String id, String username) {}

    /** A session with a candidate who is sitting and has reported a problem. */
    record Exam(String session, String assessment, Person candidate, String alert) {}

    /** An organisation and one member of each role. */
    static final class School {
        final String id = "school-" + COUNTER.incrementAndGet();
        final String uai = uai(750_000 + COUNTER.incrementAndGet());
        final Person head = person();
        final Person teacher = person();
        final Person invigilator = person();

        School() {
            ORGANISATIONS.add(new Organisation(id, OrganisationType.COLLEGE, Optional.of(new Uai(uai)),
                    "Collège " + id, "Paris", "75", Instant.now()));
            appoint(head, Role.HEAD);
            appoint(teacher, Role.TEACHER);
            appoint(invigilator, Role.INVIGILATOR);
        }

        /** A number with its check letter. */
        private static String uai(int number) {
            return "%07d%c".formatted(number, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(number % 23));
        }

        Person appoint(Person person, Role role) {
            ORGANISATIONS.appoint(new Membership(id, person.id(), role), "operator", Instant.now());
            return person;
        }

        /** A student who has no account yet. */
        String student() {
            String studentId = "student-" + COUNTER.incrementAndGet();
            STUDENTS.add(List.of(new Student(id, studentId, Optional.empty(), CANARY, Optional.empty(), "Zoé", LocalDate.of(2012, 3, 14),
                    Optional.of("3A"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 0, "u", "u")));
            return studentId;
        }

        /** Somebody who asks for a student's place without a code. @return the id of the request */
        String placeRequest() {
            Instant now = Instant.now();
            String requestId = "request-" + COUNTER.incrementAndGet();
            return PLACE_REQUESTS.ask(new PlaceRequest(requestId, id, person().id(), Optional.of(student()), now, now.plus(PlaceRequest.KEPT),
                    Optional.empty())).requestId();
        }

        /** A file that was announced. */
        String upload() {
            ObjectNode file = Json.object().put("fileName", "eleves.csv").put("bytes", 1234).put("mode", "preview");
            return expect(201, Here.post("/organisations/" + id + "/uploads", Minted.person(head), file)).path("uploadId").asText();
        }
    }

    static Person person() {
        return person(CANARY);
    }

    private static Person person(String familyName) {
        int n = COUNTER.incrementAndGet();
        Person person = new Person("learner-" + n, "user." + n);
        LEARNERS.add(new Learner(person.id(), person.username(), "Zoé", familyName + "-" + n, LocalDate.of(2012, 3, 14),
                Situation.TROISIEME, Language.FR, Set.of(), Instant.now()));
        return person;
    }

    /** Somebody who may sit a certification. */
    static Person certifiable() {
        return certifiable(CANARY);
    }

    private static Person certifiable(String familyName) {
        return certify(person(familyName));
    }

    /** Gives somebody a profile that is enough. */
    static Person certify(Person person) {
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) ability = ability.observe(c, new ItemParameters(1.2, 0, 0, 1), 1);
        Instant now = Instant.now();
        Terms terms = new Terms("practice-" + person.id(), person.id(), AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), 1, "test", now);
        Turn turn = new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty());
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 2);
        ASSESSMENTS.start(turn, new Profile(person.id(), 1, ability.sites(), answers, SeenItems.none(), Map.of(), Optional.of(now)));
        return person;
    }

    /** A session of the school in an hour. */
    ObjectNode plan(int capacity) {
        return Json.object().put("startsAt", Instant.now().plusSeconds(3600).toString()).put("room", "Salle 12")
                .put("address", "1 rue de la Paix, 75002 Paris").put("department", "75").put("capacity", capacity)
                .put("audience", "public").set("invigilators", Json.array());
    }

    JsonNode session(int capacity) {
        return session(school, capacity);
    }

    private JsonNode session(School organiser, int capacity) {
        return expect(201, Here.post("/organisations/" + organiser.id + "/sessions", Minted.person(organiser.head), plan(capacity)));
    }

    Exam exam() {
        return exam(certifiable());
    }

    Exam exam(Person candidate) {
        return exam(school, candidate);
    }

    /** An exam in the other school by somebody whose name is {@link #HIDDEN}. */
    Exam hiddenExam() {
        return hiddenExam(elsewhere, HIDDEN);
    }

    Exam hiddenExam(School school, String familyName) {
        return exam(school, certifiable(familyName));
    }

    private Exam exam(School organiser, Person candidate) {
        String token = Minted.person(candidate);
        String invigilator = Minted.person(organiser.invigilator);
        JsonNode session = session(organiser, 5);
        String id = session.path("sessionId").asText();
        ObjectNode nothing = Json.object();
        expect(201, Here.post("/sessions/" + id + "/bookings", token, nothing));
        expect(200, Here.post("/sessions/" + id + "/opening", invigilator, nothing));
        expect(202, onDevice("/sessions/" + id + "/entry", token, Json.object().put("accessCode", session.path("accessCode").asText())));
        expect(200, Here.post("/sessions/" + id + "/candidates/" + candidate.id() + "/admission", invigilator, nothing));
        String assessment = expect(201, onDevice("/assessments", token, Json.object().put("kind", "certification")
                .put("sessionId", id).put("locale", "fr"))).path("assessmentId").asText();
        JsonNode alert = expect(202, onDevice("/assessments/" + assessment + "/alerts", token,
                Json.object().put("category", "cannot-read").put("text", LEARNERS.find(candidate.id()).orElseThrow().familyName())));
        return new Exam(id, assessment, candidate, alert.path("n").asText("1"));
    }

    static Http.Answer onDevice(String path, String token, JsonNode body) {
        return Here.send("POST", path, token, Json.write(body), Map.of("pix-device", DEVICE));
    }

    /** A certificate of this person, issued. @return its code */
    String certificate(Person holder) {
        return certificate(holder, Optional.empty());
    }

    String certificate(Person holder, Optional<pix.certificate.School> enrolledBy) {
        Instant now = Instant.now();
        List<Integer> pix = Arrays.stream(Competence.values()).map(c -> 24).toList();
        SecureRandom random = new SecureRandom();
        new DynamoPublishedResults(Here.PLATFORM.dynamo(), "Certificates", () -> CertificateCode.draw(random))
                .publish(new PublishedResult("past-" + COUNTER.incrementAndGet(), holder.id(),
                        new Holder(LEARNERS.find(holder.id()).orElseThrow().familyName(), "Zoé", LocalDate.of(2012, 3, 14), Optional.of("Paris")), Optional.empty(), enrolledBy,
                        Situation.TROISIEME, Language.FR, LocalDate.now(), "Collège",
                        new CertifiedLevels(pix.stream().map(p -> 3).toList(), pix), now, now));
        Here.fire("IssueCertificates");
        return expect(200, Here.get("/me/certificates", Minted.person(holder))).path("certificates").get(0).path("certificateId")
                .asText();
    }

    static JsonNode expect(int status, Http.Answer answer) {
        if (answer.status() != status) throw new AssertionError(answer.status() + " instead of " + status + ": " + answer.text());
        return answer.json();
    }
}
