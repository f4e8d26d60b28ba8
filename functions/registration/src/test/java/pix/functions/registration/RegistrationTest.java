package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.http.Json;

class RegistrationTest {
    private final Newcomer lea = new Newcomer();

    @AfterEach
    void close() {
        lea.close();
    }

    @Test
    void registers_a_newcomer_who_can_then_sign_in_and_see_themselves() {
        String learnerId = lea.registers();

        Answer tokens = Call.of("sign-in").to(lea.signIn);
        Answer me = Call.of("show-learner").by(learnerId, "lea.martin").to(new ShowLearnerHandler(lea.learners));

        assertEquals(200, tokens.status());
        assertEquals("Bearer", tokens.json().path("tokenType").asText());
        assertEquals(learnerId, lea.accounts.verify(tokens.json().path("accessToken").asText()).orElseThrow().getSubject());
        assertEquals("Léa", me.json().path("givenName").asText());
        assertEquals("2012-03-14", me.json().path("birthDate").asText());
        assertEquals("3e", me.json().path("situation").asText());
    }

    @Test
    void answers_a_repeated_registration_as_the_first_time() {
        String learnerId = lea.registers();

        Answer again = Call.of("register-learner").to(lea.register);

        assertEquals(201, again.status());
        assertEquals(learnerId, again.json().path("learnerId").asText());
    }

    @Test
    void refuses_a_user_name_that_somebody_has_whatever_its_case() {
        lea.registers();

        Answer other = Call.of("register-learner").with("username", TextNode.valueOf("LEA.Martin"))
                .with("password", TextNode.valueOf("another-long-word")).to(lea.register);
        Answer sameWordsOtherPerson = Call.of("register-learner").with("givenName", TextNode.valueOf("Luc")).to(lea.register);

        assertEquals(409, other.status());
        assertEquals("username-taken", other.json().path("type").asText());
        assertEquals(409, sameWordsOtherPerson.status());
    }

    @Test
    void completes_a_registration_that_a_crash_cut_off_after_the_credentials() {
        lea.accounts.signUp("lea.martin", "neuf-violons-bleus");

        Answer retried = Call.of("register-learner").to(lea.register);

        assertEquals(201, retried.status());
        assertTrue(lea.learners.find(retried.json().path("learnerId").asText()).isPresent());
    }

    @Test
    void gives_one_user_name_to_one_of_twenty_who_want_it_at_once() throws Exception {
        List<Callable<Answer>> all = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> Call.of("register-learner")
                        .with("password", TextNode.valueOf("long-enough-" + i))
                        .with("familyName", TextNode.valueOf("Martin" + "x".repeat(i))).to(lea.register))
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
        Answer answer = Call.of("register-learner").with(field, TextNode.valueOf(value)).to(lea.register);

        assertEquals(422, answer.status());
        assertEquals("application/problem+json; charset=utf-8", answer.headers().path("content-type").asText());
        JsonNode error = answer.json().path("errors").path(0);
        assertEquals("/" + field, error.path("pointer").asText());
        assertEquals(code, error.path("code").asText());
        assertFalse(error.path("detail").asText().isEmpty());
        assertEquals(401, Call.of("sign-in").to(lea.signIn).status(), "nothing was written");
    }

    @Test
    void says_all_that_is_wrong_at_once_in_the_callers_language() {
        Answer answer = Call.of("register-learner").language("en-GB,en;q=0.9,fr;q=0.8").body(Json.object()
                .put("username", "x").put("password", 12).put("claimCoed", "A").putNull("givenName")).to(lea.register);

        List<String> found = StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(e -> e.path("pointer").asText() + " " + e.path("code").asText()).toList();
        assertEquals("The request has errors.", answer.json().path("title").asText());
        assertTrue(found.containsAll(List.of("/claimCoed unknown-field", "/username not-a-username", "/password wrong-type",
                "/givenName required", "/familyName required", "/birthDate required", "/situation required",
                "/locale required")), found.toString());
    }

    @Test
    void refuses_what_is_not_one_json_object() {
        assertEquals(400, Call.of("register-learner").body("{\"username\": ").to(lea.register).status());
        assertEquals(400, Call.of("register-learner").body("{} {}").to(lea.register).status());
        assertEquals(400, Call.of("register-learner").body("{\"a\":1,\"a\":2}").to(lea.register).status());
        assertEquals(400, Call.of("register-learner").body("[".repeat(5000)).to(lea.register).status());
        assertEquals(422, Call.of("register-learner").body("[]").to(lea.register).status());
        assertEquals(422, Call.of("register-learner").body("").to(lea.register).status());
        assertEquals(413, Call.of("register-learner").body("{\"x\":\"" + "y".repeat(100_000) + "\"}").to(lea.register).status());
    }

    @Test
    void logs_one_line_a_request_without_a_word_about_the_person() {
        Answer answer = Call.of("register-learner").to(lea.register);

        assertEquals(1, answer.log().size());
        String line = answer.log().getFirst();
        assertTrue(line.contains("\"status\":201") && line.contains("\"route\":\"POST /accounts\""), line);
        for (String secret : List.of("lea.martin", "Léa", "Martin", "2012", "violons", "203.0.113.7")) {
            assertFalse(line.contains(secret), secret);
        }
    }
}
