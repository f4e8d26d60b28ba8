package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.enrolment.ClaimPlace;
import pix.enrolment.LeaveSchools;
import pix.enrolment.RosterKeys;
import pix.http.Json;
import pix.learner.EraseLearner;
import pix.learner.RegisterLearner;
import pix.signing.SecretRosterKeys;
import pix.session.ShowCorrections;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoProfiles;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

class RegistrationTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private EmbeddedAccounts accounts;
    private DynamoLearners learners;
    private DynamoSchoolLinks links;
    private SchoolReplies schools;
    private RegisterLearnerHandler register;
    private SignInHandler signIn;

    @BeforeEach
    void wire() {
        accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), NOW), NOW);
        learners = new DynamoLearners(store.client(), "Learners");
        RosterKeys keys = new SecretRosterKeys(new byte[32]);
        DynamoStudents students = new DynamoStudents(store.client(), "Organisations");
        links = new DynamoSchoolLinks(store.client(), "Learners", "Organisations");
        schools = new SchoolReplies(new DynamoOrganisations(store.client(), "Organisations"), students);
        register = new RegisterLearnerHandler(new RegisterLearner(accounts, learners, NOW),
                new ClaimPlace(students, links, new DynamoClaimTries(store.client(), "Organisations", keys, NOW), keys, learners, NOW), NOW);
        signIn = new SignInHandler(accounts);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void registers_a_newcomer_who_can_then_sign_in_and_see_themselves() {
        String learnerId = registered();

        Answer tokens = Call.of("sign-in").to(signIn);
        Answer me = Call.of("show-learner").by(learnerId, "lea.martin").to(new ShowLearnerHandler(learners));

        assertEquals(200, tokens.status());
        assertEquals("Bearer", tokens.json().path("tokenType").asText());
        assertEquals(learnerId, accounts.verify(tokens.json().path("accessToken").asText()).orElseThrow().getSubject());
        assertEquals("Léa", me.json().path("givenName").asText());
        assertEquals("2012-03-14", me.json().path("birthDate").asText());
        assertEquals("3e", me.json().path("situation").asText());
    }

    @Test
    void answers_a_repeated_registration_as_the_first_time() {
        String learnerId = registered();

        Answer again = Call.of("register-learner").to(register);

        assertEquals(201, again.status());
        assertEquals(learnerId, again.json().path("learnerId").asText());
    }

    @Test
    void refuses_a_user_name_that_somebody_has_whatever_its_case() {
        registered();

        Answer other = Call.of("register-learner").with("username", TextNode.valueOf("LEA.Martin"))
                .with("password", TextNode.valueOf("another-long-word")).to(register);
        Answer sameWordsOtherPerson = Call.of("register-learner").with("givenName", TextNode.valueOf("Luc")).to(register);

        assertEquals(409, other.status());
        assertEquals("username-taken", other.json().path("type").asText());
        assertEquals(409, sameWordsOtherPerson.status());
    }

    @Test
    void completes_a_registration_that_a_crash_cut_off_after_the_credentials() {
        accounts.signUp("lea.martin", "neuf-violons-bleus");

        Answer retried = Call.of("register-learner").to(register);

        assertEquals(201, retried.status());
        assertTrue(learners.find(retried.json().path("learnerId").asText()).isPresent());
    }

    @Test
    void gives_one_user_name_to_one_of_twenty_who_want_it_at_once() throws Exception {
        List<Callable<Answer>> all = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> Call.of("register-learner")
                        .with("password", TextNode.valueOf("long-enough-" + i))
                        .with("familyName", TextNode.valueOf("Martin" + "x".repeat(i))).to(register))
                .toList();

        List<Integer> statuses;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = pool.invokeAll(all).stream().map(f -> f.resultNow().status()).sorted().toList();
        }

        assertEquals(201, statuses.getFirst());
        assertEquals(19, statuses.stream().filter(s -> s == 409).count());
    }

    @ParameterizedTest
    @CsvSource({
        "username, ab, not-a-username", "username, a b c d, not-a-username", "password, short, too-short",
        "password, azertyuiop, too-common", "password, my-lea.martin-1, contains-username", "givenName, 123, not-a-name",
        "birthDate, 2011-02-31, not-a-date", "birthDate, 1850-01-01, impossible-date",
        "birthDate, 2026-01-01, impossible-date", "situation, 4e, unknown-value", "locale, de, unknown-value",
    })
    void says_what_to_mend_and_where(String field, String value, String code) {
        Answer answer = Call.of("register-learner").with(field, TextNode.valueOf(value)).to(register);

        assertEquals(422, answer.status());
        assertEquals("application/problem+json; charset=utf-8", answer.headers().path("content-type").asText());
        JsonNode error = answer.json().path("errors").path(0);
        assertEquals("/" + field, error.path("pointer").asText());
        assertEquals(code, error.path("code").asText());
        assertFalse(error.path("detail").asText().isEmpty());
        assertEquals(401, Call.of("sign-in").to(signIn).status(), "nothing was written");
    }

    @Test
    void says_all_that_is_wrong_at_once_in_the_callers_language() {
        Answer answer = Call.of("register-learner").language("en-GB,en;q=0.9,fr;q=0.8").body(Json.object()
                .put("username", "x").put("password", 12).put("claimCoed", "A").putNull("givenName")).to(register);

        List<String> found = StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(e -> e.path("pointer").asText() + " " + e.path("code").asText()).toList();
        assertEquals("The request has errors.", answer.json().path("title").asText());
        assertTrue(found.containsAll(List.of("/claimCoed unknown-field", "/username not-a-username", "/password wrong-type",
                "/givenName required", "/familyName required", "/birthDate required", "/situation required",
                "/locale required")), found.toString());
    }

    @Test
    void refuses_what_is_not_one_json_object() {
        assertEquals(400, Call.of("register-learner").body("{\"username\": ").to(register).status());
        assertEquals(400, Call.of("register-learner").body("{} {}").to(register).status());
        assertEquals(400, Call.of("register-learner").body("{\"a\":1,\"a\":2}").to(register).status());
        assertEquals(400, Call.of("register-learner").body("[".repeat(5000)).to(register).status());
        assertEquals(422, Call.of("register-learner").body("[]").to(register).status());
        assertEquals(422, Call.of("register-learner").body("").to(register).status());
        assertEquals(413, Call.of("register-learner").body("{\"x\":\"" + "y".repeat(100_000) + "\"}").to(register).status());
    }

    @Test
    void calls_a_field_that_does_not_exist_by_its_own_type() {
        Answer answer = Call.of("sign-in").with("remember", IntNode.valueOf(1)).to(signIn);

        assertEquals(422, answer.status());
        assertEquals("unknown-field", answer.json().path("type").asText());
        assertEquals("/remember", answer.json().path("errors").path(0).path("pointer").asText());
    }

    @Test
    void tells_nobody_whether_a_user_name_exists() {
        registered();

        Answer wrongPassword = Call.of("sign-in").with("password", TextNode.valueOf("not-this-one")).to(signIn);
        Answer unknownName = Call.of("sign-in").with("username", TextNode.valueOf("nobody.here")).to(signIn);

        assertEquals(401, wrongPassword.status());
        assertEquals(401, unknownName.status());
        assertEquals(withoutRequestId(wrongPassword), withoutRequestId(unknownName));
    }

    @Test
    void locks_a_name_after_five_wrong_passwords_and_says_how_long() {
        registered();
        for (int i = 0; i < 5; i++) Call.of("sign-in").with("password", TextNode.valueOf("wrong-" + i)).to(signIn);

        Answer locked = Call.of("sign-in").to(signIn);

        assertEquals(429, locked.status());
        assertEquals("too-many-attempts", locked.json().path("type").asText());
        assertEquals("60", locked.headers().path("retry-after").asText());
    }

    @Test
    void gives_new_tokens_for_a_refresh_token() {
        registered();
        String refreshToken = Call.of("sign-in").to(signIn).json().path("refreshToken").asText();

        Answer refreshed = Call.of("refresh-tokens").with("refreshToken", TextNode.valueOf(refreshToken))
                .to(new RefreshTokensHandler(accounts));
        Answer invented = Call.of("refresh-tokens").to(new RefreshTokensHandler(accounts));

        assertEquals(200, refreshed.status());
        assertNotEquals(refreshToken, refreshed.json().path("refreshToken").asText());
        assertEquals(401, invented.status());
    }

    @Test
    void changes_what_is_named_and_keeps_the_rest() {
        String learnerId = registered();

        Answer changed = Call.of("update-learner").by(learnerId, "lea.martin")
                .with("needs", Json.array().add("sight")).to(new UpdateLearnerHandler(learners, NOW));
        Answer refused = Call.of("update-learner").by(learnerId, "lea.martin")
                .with("username", TextNode.valueOf("somebody")).to(new UpdateLearnerHandler(learners, NOW));

        assertEquals(200, changed.status());
        assertEquals("Léa-Marie", changed.json().path("givenName").asText());
        assertEquals("Martin", changed.json().path("familyName").asText());
        assertEquals("en", changed.json().path("locale").asText());
        assertEquals("sight", changed.json().path("needs").path(0).asText());
        assertEquals(422, refused.status());
    }

    @Test
    void erases_a_person_who_gives_their_password_and_frees_the_name() {
        String learnerId = registered();
        List<String> left = new ArrayList<>();
        EraseLearnerHandler erase = new EraseLearnerHandler(new EraseLearner(accounts, learners, List.of(left::add, new LeaveSchools(links))));

        Answer wrong = Call.of("erase-learner").by(learnerId, "lea.martin")
                .with("password", TextNode.valueOf("not-this-one")).to(erase);
        Answer erased = Call.of("erase-learner").by(learnerId, "lea.martin").to(erase);

        assertEquals(401, wrong.status());
        assertEquals(204, erased.status());
        assertEquals(List.of(learnerId), left, "nothing is given back before the password is right");
        assertTrue(learners.find(learnerId).isEmpty());
        assertEquals(401, Call.of("sign-in").to(signIn).status());
        assertNotEquals(learnerId, registered(), "somebody else may take the name");
    }

    @Test
    void exports_everything_held_about_a_person() {
        String learnerId = registered();
        DynamoAssessments assessments = new DynamoAssessments(store.client(), "Assessments", "Learners");
        ExportLearnerHandler export = new ExportLearnerHandler(learners, new DynamoProfiles(store.client(), "Learners"),
                assessments, new ShowCorrections(assessments, new DynamoCandidates(store.client(), "Sessions", assessments)),
                Map.of(
                        "bookings", id -> Json.array(List.of(id), TextNode::valueOf),
                        "schools", new ExportedSchools(links, schools)));

        Answer answer = Call.of("export-learner").by(learnerId, "lea.martin").to(export);

        assertEquals(200, answer.status());
        assertTrue(answer.headers().path("content-disposition").asText().startsWith("attachment"));
        assertEquals("Martin", answer.json().path("account").path("familyName").asText());
        assertEquals(0, answer.json().path("assessments").size());
        assertEquals(learnerId, answer.json().path("bookings").path(0).asText());
    }

    @Test
    void refuses_a_call_without_claims_even_where_the_gateway_let_it_through() {
        assertEquals(401, Call.of("show-learner").anonymous().to(new ShowLearnerHandler(learners)).status());
    }

    @Test
    void logs_one_line_a_request_without_a_word_about_the_person() {
        Answer answer = Call.of("register-learner").to(register);

        assertEquals(1, answer.log().size());
        String line = answer.log().getFirst();
        assertTrue(line.contains("\"status\":201") && line.contains("\"route\":\"POST /accounts\""), line);
        for (String secret : List.of("lea.martin", "Léa", "Martin", "2012", "violons", "203.0.113.7")) {
            assertFalse(line.contains(secret), secret);
        }
    }

    private String registered() {
        Answer answer = Call.of("register-learner").to(register);
        assertEquals(201, answer.status(), answer.body());
        return answer.json().path("learnerId").asText();
    }

    private static JsonNode withoutRequestId(Answer answer) {
        JsonNode json = answer.json();
        return ((ObjectNode) json).without("requestId");
    }
}
