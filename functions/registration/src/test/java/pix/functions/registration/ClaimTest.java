package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.enrolment.ClaimPlace;
import pix.enrolment.LeaveSchools;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.learner.EraseLearner;
import pix.learner.RegisterLearner;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Uai;
import pix.signing.SecretRosterKeys;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPlaceRequests;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

class ClaimTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final String SCHOOL = "school-1";

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final RosterKeys keys = new SecretRosterKeys(new byte[32]);
    private final EmbeddedAccounts accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), NOW), NOW);
    private final DynamoLearners learners = new DynamoLearners(store.client(), "Learners");
    private final DynamoStudents students = new DynamoStudents(store.client(), "Organisations");
    private final DynamoSchoolLinks links = new DynamoSchoolLinks(store.client(), "Learners", "Organisations");
    private final DynamoOrganisations organisations = new DynamoOrganisations(store.client(), "Organisations");
    private final SchoolReplies replies = new SchoolReplies(organisations, students);
    private final ClaimPlace claimPlace = new ClaimPlace(students, links,
            new DynamoClaimTries(store.client(), "Organisations", keys, NOW), keys, learners, NOW);
    private final RegisterLearnerHandler register =
            new RegisterLearnerHandler(new RegisterLearner(accounts, learners, NOW), claimPlace, NOW);
    private final ClaimSchoolHandler claim = new ClaimSchoolHandler(learners, claimPlace, replies);
    private final ListSchoolsHandler list = new ListSchoolsHandler(links,
            new DynamoPlaceRequests(store.client(), "Learners", "Organisations", NOW), replies);
    private final LeaveSchoolHandler leave = new LeaveSchoolHandler(links, students);

    private Student lea;

    @BeforeEach
    void aSchoolHandsOutItsCodes() {
        organisations.add(new Organisation(SCHOOL, OrganisationType.COLLEGE, Optional.of(new Uai("0750655E")), "Collège Ada Lovelace",
                "Paris", "75", NOW.instant()));
        lea = new Student(SCHOOL, "student-1", Optional.empty(), "MARTIN", Optional.empty(), "Marie Léa", LocalDate.of(2012, 3, 14),
                Optional.of("3A"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 0, "u", "u");
        students.add(List.of(lea));
        students.offer(List.of(lea), keys);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_newcomer_with_the_code_is_the_student_and_a_repeat_gets_the_same_answer() {
        Answer first = registered(code());
        Answer again = registered(code().toLowerCase(Locale.ROOT).replace("-", " "));

        assertEquals(201, first.status(), first.body());
        assertEquals(first.json(), again.json());
        String learnerId = first.json().path("learnerId").asText();
        assertEquals(Optional.of(learnerId), students.get(SCHOOL, "student-1").orElseThrow().learnerId());
        JsonNode school = Call.of("list-schools").by(learnerId, "lea.martin").to(list).json().at("/schools/0");
        assertEquals("Collège Ada Lovelace", school.path("name").asText());
        assertEquals("3A", school.path("className").asText());
    }

    @Test
    void a_wrong_code_leaves_no_account_behind() {
        Answer unknown = registered("00000-00000");
        Answer mismatch = Call.of("register-learner").with("claimCode", TextNode.valueOf(code()))
                .with("familyName", TextNode.valueOf("Durand")).to(register);

        assertEquals("unknown-claim-code", unknown.json().path("type").asText());
        assertEquals("claim-mismatch", mismatch.json().path("type").asText());
        assertTrue(learners.findByUsername("lea.martin").isEmpty());
    }

    @Test
    void a_code_works_once_whoever_is_first() throws Exception {
        List<Callable<Answer>> all = IntStream.range(0, 8).<Callable<Answer>>mapToObj(i -> () -> Call.of("register-learner")
                .with("claimCode", TextNode.valueOf(code())).with("username", TextNode.valueOf("lea.martin." + i)).to(register)).toList();

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
        assertTrue(answers.stream().filter(a -> a.status() != 201).allMatch(a -> a.json().path("type").asText().equals("claim-code-used")));
    }

    @Test
    void ten_wrong_codes_lock_the_form_for_this_person_and_not_for_the_class_mate_beside() {
        for (int i = 0; i < 10; i++) registered("0000%d-00000".formatted(i));

        Answer locked = registered(code());
        Answer beside = Call.of("register-learner").with("claimCode", TextNode.valueOf(code()))
                .with("username", TextNode.valueOf("lea.m")).to(register);

        assertEquals(429, locked.status());
        assertTrue(locked.headers().path("retry-after").asInt() > 0);
        assertEquals(201, beside.status());
    }

    @Test
    void sixty_wrong_codes_at_once_are_ten() throws Exception {
        List<Callable<Answer>> all = IntStream.range(0, 60)
                .<Callable<Answer>>mapToObj(i -> () -> registered("000%02d-00000".formatted(i))).toList();

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(10, answers.stream().filter(a -> a.status() == 404).count());
        assertEquals(50, answers.stream().filter(a -> a.status() == 429).count());
    }

    @Test
    void the_right_code_is_no_try_however_often_it_is_sent() {
        for (int i = 0; i < 9; i++) registered("0000%d-00000".formatted(i));

        for (int i = 0; i < 12; i++) assertEquals(201, registered(code()).status(), "time " + i);
    }

    @Test
    void somebody_with_an_account_claims_and_leaves_only_after_the_school_has_let_go() {
        String learnerId = Call.of("register-learner").to(register).json().path("learnerId").asText();

        Answer claimed = Call.of("claim-school").by(learnerId, "lea.martin").with("claimCode", TextNode.valueOf(code())).to(claim);
        Answer tooEarly = Call.of("leave-school").by(learnerId, "lea.martin").path("organisationId", SCHOOL).to(leave);
        students.update(students.get(SCHOOL, "student-1").orElseThrow().asActive(false));
        Answer left = Call.of("leave-school").by(learnerId, "lea.martin").path("organisationId", SCHOOL).to(leave);

        assertEquals(201, claimed.status(), claimed.body());
        assertEquals(409, tooEarly.status());
        assertEquals(204, left.status());
        assertTrue(links.of(learnerId).isEmpty());
        assertTrue(students.get(SCHOOL, "student-1").orElseThrow().learnerId().isEmpty());
    }

    @Test
    void a_code_that_was_replaced_is_unknown() {
        students.renewClaim(lea);

        assertEquals(404, registered(code()).status());
    }

    @Test
    void erasing_the_account_gives_the_place_back() {
        String learnerId = registered(code()).json().path("learnerId").asText();

        Call.of("erase-learner").by(learnerId, "lea.martin").to(new EraseLearnerHandler(
                new EraseLearner(accounts, learners, List.of(new LeaveSchools(links)))));

        assertTrue(links.of(learnerId).isEmpty());
        assertTrue(students.get(SCHOOL, "student-1").orElseThrow().learnerId().isEmpty());
    }

    private String code() {
        return lea.claimCode(keys).grouped();
    }

    private Answer registered(String code) {
        return Call.of("register-learner").with("claimCode", TextNode.valueOf(code)).to(register);
    }
}
