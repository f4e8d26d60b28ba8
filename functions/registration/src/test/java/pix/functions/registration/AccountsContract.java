package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pix.http.Json;
import pix.learner.Accounts;
import pix.learner.Accounts.SignIn;
import pix.learner.Accounts.SignUp;
import pix.learner.ChangeSecondFactor;
import pix.learner.ChangeSecondFactor.Outcome;
import pix.learner.SecondFactors;

/** What the service relies on, for any identity provider. Names of its own in every test. */
abstract class AccountsContract {
    private static final String PASSWORD = "trois petits chats";

    private final String username = "Léa." + UUID.randomUUID();

    abstract Accounts accounts();

    abstract SecondFactors secondFactors();

    /** What the app shows that was given this secret, and has not shown before where a code is good once. */
    abstract String code(String secret);

    /** Whether this implementation takes a code once only. */
    boolean takesCodesOnce() {
        return true;
    }

    /** Whether this implementation gives new tokens for a refresh token. */
    boolean refreshes() {
        return true;
    }

    /** Whether this implementation locks names on which passwords are tried. */
    boolean locks() {
        return true;
    }

    @Test
    void who_signs_up_can_sign_in() {
        assertInstanceOf(SignUp.Open.class, accounts().signUp(username, PASSWORD));

        Accounts.Tokens tokens = granted(accounts().signIn(username, PASSWORD));

        assertFalse(tokens.refreshToken().isBlank());
        assertTrue(tokens.expiresIn() > 0);
    }

    @Test
    void an_access_token_says_whose_it_is() throws JsonProcessingException {
        String subject = open(accounts().signUp(username, PASSWORD)).subject();

        JsonNode claims = claims(granted(accounts().signIn(username, PASSWORD)).accessToken());

        assertEquals(subject, claims.path("sub").asText());
        assertEquals("access", claims.path("token_use").asText());
        assertTrue(claims.path("exp").asLong() > 0);
    }

    @Test
    void the_same_sign_up_sent_again_is_the_same_account() {
        SignUp.Open first = open(accounts().signUp(username, PASSWORD));
        SignUp.Open second = open(accounts().signUp(username, PASSWORD));

        assertFalse(first.repeated());
        assertEquals(new SignUp.Open(first.subject(), true), second);
    }

    @Test
    void a_name_has_one_owner_however_it_is_written() {
        accounts().signUp(username, PASSWORD);

        assertInstanceOf(SignUp.UsernameTaken.class, accounts().signUp(username, "another password"));
        assertInstanceOf(SignUp.UsernameTaken.class, accounts().signUp(username.toUpperCase(java.util.Locale.ROOT), "another password"));
        assertInstanceOf(SignIn.Granted.class, accounts().signIn(username.toUpperCase(java.util.Locale.ROOT), PASSWORD));
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
        accounts().signUp(username, PASSWORD);

        SignIn wrong = accounts().signIn(username, "not the password");
        SignIn unknown = accounts().signIn("nobody." + username, PASSWORD);

        assertEquals(new SignIn.BadCredentials(), wrong);
        assertEquals(wrong, unknown);
    }

    @Test
    void a_refresh_token_gives_new_tokens_of_the_same_person() throws JsonProcessingException {
        assumeTrue(refreshes(), "skipped: this implementation cannot refresh tokens");
        String subject = open(accounts().signUp(username, PASSWORD)).subject();
        Accounts.Tokens first = granted(accounts().signIn(username, PASSWORD));

        Accounts.Tokens second = granted(accounts().refresh(first.refreshToken()));

        assertEquals(subject, claims(second.accessToken()).path("sub").asText());
        assertNotEquals(first.refreshToken(), second.refreshToken());
        assertInstanceOf(SignIn.Granted.class, accounts().refresh(second.refreshToken()));
    }

    @Test
    void a_refresh_token_nobody_gave_is_worth_nothing() {
        assumeTrue(refreshes(), "skipped: this implementation cannot refresh tokens");

        assertEquals(new SignIn.BadCredentials(), accounts().refresh("made-up"));
    }

    @Test
    void passwords_cannot_be_tried_for_ever() {
        assumeTrue(locks(), "skipped: this implementation does not lock");
        accounts().signUp(username, PASSWORD);
        for (int i = 0; i < 5; i++) accounts().signIn(username, "try number " + i);

        SignIn.TooManyAttempts locked = assertInstanceOf(SignIn.TooManyAttempts.class, accounts().signIn(username, PASSWORD));

        assertTrue(locked.retryAfterSeconds() > 0);
    }

    @Test
    void who_registers_an_authenticator_app_needs_its_code_from_then_on() {
        accounts().signUp(username, PASSWORD);
        ChangeSecondFactor change = new ChangeSecondFactor(accounts(), secondFactors());
        String secret = assertInstanceOf(Outcome.Begun.class, change.begin(username, PASSWORD)).secret();
        assertFalse(secondFactors().active(username));
        granted(accounts().signIn(username, PASSWORD));

        assertEquals(new Outcome.BadCredentials(), change.begin(username, "not the password"));
        assertEquals(new Outcome.WrongCode(), change.confirm(username, PASSWORD, "no code"));
        assertFalse(secondFactors().active(username), "a wrong code changes nothing");
        String shown = code(secret);
        assertEquals(new Outcome.Done(), change.confirm(username, PASSWORD, shown));

        assertTrue(secondFactors().active(username));
        assertEquals(new SignIn.CodeRequired(), accounts().signIn(username, PASSWORD));
        assertEquals(new SignIn.BadCredentials(), accounts().signIn(username, "not the password"));
        granted(accounts().signIn(username, PASSWORD, Optional.of(code(secret))));
        if (takesCodesOnce()) assertEquals(new SignIn.BadCredentials(), accounts().signIn(username, PASSWORD, Optional.of(shown)));
    }

    @Test
    void a_second_factor_goes_with_password_and_code_alone_and_none_takes_its_place() {
        accounts().signUp(username, PASSWORD);
        ChangeSecondFactor change = new ChangeSecondFactor(accounts(), secondFactors());
        String secret = assertInstanceOf(Outcome.Begun.class, change.begin(username, PASSWORD)).secret();
        assertEquals(new Outcome.Done(), change.confirm(username, PASSWORD, code(secret)));

        assertEquals(new Outcome.AlreadyActive(), change.begin(username, PASSWORD));
        assertEquals(new Outcome.AlreadyActive(), change.confirm(username, PASSWORD, code(secret)));
        assertEquals(new Outcome.BadCredentials(), change.remove(username, PASSWORD, "no code"));
        assertEquals(new Outcome.BadCredentials(), change.remove(username, "not the password", code(secret)));
        assertTrue(secondFactors().active(username));

        assertEquals(new Outcome.Done(), change.remove(username, PASSWORD, code(secret)));
        assertFalse(secondFactors().active(username));
        granted(accounts().signIn(username, PASSWORD));
        assertEquals(new Outcome.Done(), change.remove(username, PASSWORD, "000000"), "sent again");
        assertInstanceOf(Outcome.Begun.class, change.begin(username, PASSWORD), "another app may come");
    }

    @Test
    void a_name_nobody_has_has_no_second_factor() {
        assertFalse(secondFactors().active("nobody." + username));
    }

    @Test
    void a_deleted_account_is_gone_and_its_name_free() {
        SignUp.Open first = open(accounts().signUp(username, PASSWORD));
        Accounts.Tokens tokens = granted(accounts().signIn(username, PASSWORD));

        accounts().delete(username);
        accounts().delete(username);

        assertEquals(new SignIn.BadCredentials(), accounts().signIn(username, PASSWORD));
        if (refreshes()) assertEquals(new SignIn.BadCredentials(), accounts().refresh(tokens.refreshToken()));
        assertNotEquals(first.subject(), open(accounts().signUp(username, PASSWORD)).subject());
    }

    static SignUp.Open open(SignUp outcome) {
        return assertInstanceOf(SignUp.Open.class, outcome);
    }

    private static Accounts.Tokens granted(SignIn outcome) {
        return assertInstanceOf(SignIn.Granted.class, outcome).tokens();
    }

    private static JsonNode claims(String token) throws JsonProcessingException {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
