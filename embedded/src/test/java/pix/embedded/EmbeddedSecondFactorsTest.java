package pix.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.learner.Accounts.SignIn;
import pix.learner.Accounts.SignUp;
import pix.learner.SecondFactors;

class EmbeddedSecondFactorsTest {
    private static final String PASSWORD = "neuf-violons-bleus";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final EmbeddedAccounts accounts =
            new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), now::get), now::get);
    private final SecondFactors factors = accounts.secondFactors();

    @BeforeEach
    void register() {
        accounts.signUp("Agnes", PASSWORD);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_code_is_accepted_once_and_the_one_that_confirmed_not_again() {
        String secret = active();

        assertEquals(new SignIn.BadCredentials(), signIn(code(secret)), "it was shown already, to confirm");
        pass(STEP);
        assertInstanceOf(SignIn.Granted.class, signIn(code(secret)));
        assertEquals(new SignIn.BadCredentials(), signIn(code(secret)));
        pass(STEP);
        assertInstanceOf(SignIn.Granted.class, signIn(code(secret)));
    }

    @Test
    void of_many_at_once_with_the_same_code_one_is_let_in() {
        String secret = active();
        pass(STEP);
        String code = code(secret);
        AtomicInteger letIn = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                threads.execute(() -> {
                    if (signIn(code) instanceof SignIn.Granted) letIn.incrementAndGet();
                });
            }
        }
        assertEquals(1, letIn.get());
    }

    @Test
    void a_phone_may_be_half_a_minute_early_or_late() {
        String secret = active();
        pass(STEP.multipliedBy(3));

        assertInstanceOf(SignIn.Granted.class, signIn(Totp.of(secret, now.get().minus(STEP))));
        assertInstanceOf(SignIn.Granted.class, signIn(Totp.of(secret, now.get().plus(STEP))));
        assertEquals(new SignIn.BadCredentials(), signIn(code(secret)), "older than the newest that was accepted");
    }

    @Test
    void wrong_codes_lock_the_name_as_wrong_passwords_do() {
        String secret = active();
        pass(STEP);
        for (int i = 0; i < 3; i++) assertEquals(new SignIn.BadCredentials(), signIn("no code"));
        for (int i = 0; i < 2; i++) assertEquals(new SignIn.BadCredentials(), accounts.signIn("agnes", "wrong"));

        assertInstanceOf(SignIn.TooManyAttempts.class, signIn(code(secret)));
        pass(Duration.ofSeconds(61));
        assertInstanceOf(SignIn.Granted.class, signIn(code(secret)));
    }

    @Test
    void a_code_that_is_still_missing_is_no_try() {
        active();
        for (int i = 0; i < 12; i++) assertEquals(new SignIn.CodeRequired(), accounts.signIn("agnes", PASSWORD));
    }

    @Test
    void a_secret_counts_for_nothing_until_it_is_confirmed_and_the_last_one_counts() {
        String token = token();
        String first = factors.begin(token);
        String second = factors.begin(token);

        assertNotEquals(first, second);
        assertInstanceOf(SignIn.Granted.class, accounts.signIn("agnes", PASSWORD));
        assertFalse(factors.confirm(token, code(first)));
        assertFalse(factors.active("AGNES"));
        assertTrue(factors.confirm(token, code(second)));
        assertTrue(factors.active("AGNES"));
    }

    @Test
    void nothing_is_confirmed_that_was_not_begun() {
        assertFalse(factors.confirm(token(), "123456"));
    }

    @Test
    void the_same_sign_up_sent_again_is_still_the_same_account() {
        active();
        assertTrue(assertInstanceOf(SignUp.Open.class, accounts.signUp("agnes", PASSWORD)).repeated());
    }

    @Test
    void a_deleted_account_leaves_no_secret_to_whoever_takes_the_name() {
        active();
        accounts.delete("agnes");
        accounts.signUp("agnes", PASSWORD);

        assertFalse(factors.active("agnes"));
        assertInstanceOf(SignIn.Granted.class, accounts.signIn("agnes", PASSWORD));
    }

    @Test
    void a_token_nobody_gave_begins_nothing() {
        assertThrows(IllegalArgumentException.class, () -> factors.begin("made-up"));
    }

    private String active() {
        String token = token();
        String secret = factors.begin(token);
        assertTrue(factors.confirm(token, code(secret)));
        return secret;
    }

    private String token() {
        return assertInstanceOf(SignIn.Granted.class, accounts.signIn("agnes", PASSWORD)).tokens().accessToken();
    }

    private SignIn signIn(String code) {
        return accounts.signIn("agnes", PASSWORD, Optional.of(code));
    }

    private String code(String secret) {
        return Totp.of(secret, now.get());
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }
}
