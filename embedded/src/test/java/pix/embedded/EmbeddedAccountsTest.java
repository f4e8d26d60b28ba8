package pix.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.learner.Accounts.SignIn;
import pix.store.ConsumedUnits;

class EmbeddedAccountsTest {
    private static final String PASSWORD = "neuf-violons-bleus";

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final EmbeddedAccounts accounts =
            new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), now::get), now::get);

    @BeforeEach
    void register() {
        accounts.signUp("lea", PASSWORD);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_refresh_token_is_good_once_and_its_reuse_ends_the_sign_in() {
        String first = granted(accounts.signIn("lea", PASSWORD)).refreshToken();
        String second = granted(accounts.refresh(first)).refreshToken();
        assertNotEquals(first, second);

        pass(Duration.ofMinutes(1));
        assertInstanceOf(SignIn.BadCredentials.class, accounts.refresh(first), "stolen or not: used twice");

        assertInstanceOf(SignIn.BadCredentials.class, accounts.refresh(second), "the whole sign-in has ended");
        assertInstanceOf(SignIn.Granted.class, accounts.signIn("lea", PASSWORD));
    }

    @Test
    void two_tabs_may_refresh_at_the_same_time() {
        String token = granted(accounts.signIn("lea", PASSWORD)).refreshToken();

        assertInstanceOf(SignIn.Granted.class, accounts.refresh(token));
        assertInstanceOf(SignIn.Granted.class, accounts.refresh(token));
    }

    @Test
    void a_name_is_locked_for_a_minute_and_never_longer() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) assertInstanceOf(SignIn.BadCredentials.class, accounts.signIn("lea", "wrong"));
            assertInstanceOf(SignIn.TooManyAttempts.class, accounts.signIn("lea", PASSWORD));

            pass(Duration.ofSeconds(61));
        }
        assertInstanceOf(SignIn.Granted.class, accounts.signIn("lea", PASSWORD));
    }

    @Test
    void who_is_signed_in_stays_so_while_somebody_else_locks_the_name() {
        String token = granted(accounts.signIn("lea", PASSWORD)).refreshToken();
        for (int i = 0; i < 6; i++) accounts.signIn("lea", "wrong");

        assertInstanceOf(SignIn.Granted.class, accounts.refresh(token));
    }

    @Test
    void a_name_nobody_has_is_answered_and_locked_as_one_somebody_has() {
        for (String name : List.of("lea", "nobody-at-all")) {
            for (int i = 0; i < 5; i++) assertInstanceOf(SignIn.BadCredentials.class, accounts.signIn(name, "wrong"), name);
            assertInstanceOf(SignIn.TooManyAttempts.class, accounts.signIn(name, "wrong"), name);
        }
    }

    @Test
    void failures_are_forgotten_after_a_minute() {
        for (int i = 0; i < 12; i++) {
            assertInstanceOf(SignIn.BadCredentials.class, accounts.signIn("lea", "wrong"));
            pass(Duration.ofSeconds(16));
        }
        assertInstanceOf(SignIn.Granted.class, accounts.signIn("lea", PASSWORD));
    }

    /** With 65,536 places to count in, a name that shares another's is soon found. */
    @Test
    void an_account_of_ones_own_is_no_way_to_go_on_guessing_anothers_password() {
        String neighbour = IntStream.iterate(0, n -> n + 1).mapToObj(n -> "neighbour" + n)
                .filter(name -> SignInTries.place(name).equals(SignInTries.place("lea"))).findFirst().orElseThrow();
        accounts.signUp(neighbour, PASSWORD);

        for (int i = 0; i < 4; i++) assertInstanceOf(SignIn.BadCredentials.class, accounts.signIn("lea", "wrong"));
        assertInstanceOf(SignIn.Granted.class, accounts.signIn(neighbour, PASSWORD));
        assertInstanceOf(SignIn.BadCredentials.class, accounts.signIn("lea", "wrong"));

        assertInstanceOf(SignIn.TooManyAttempts.class, accounts.signIn("lea", "wrong"));
    }

    @Test
    void many_guesses_at_once_are_five() {
        AtomicInteger judged = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                threads.execute(() -> {
                    if (accounts.signIn("lea", "wrong") instanceof SignIn.BadCredentials) judged.incrementAndGet();
                });
            }
        }
        assertEquals(5, judged.get());
    }

    @Test
    void signing_in_often_is_not_guessing() {
        for (int i = 0; i < 12; i++) granted(accounts.signIn("lea", PASSWORD));
    }

    /** The work is the same, so the time is: {@link SignInBench} measures it. */
    @Test
    void a_name_nobody_has_costs_the_same_work() {
        for (int i = 0; i < 6; i++) assertEquals(work("lea"), work("nobody-at-all"), "try " + i);
    }

    @Test
    void a_token_that_was_good_is_refused_once_it_has_expired() {
        String token = granted(accounts.signIn("lea", PASSWORD)).accessToken();
        assertTrue(accounts.verify(token).isPresent());
        pass(TokenIssuer.LIFE);

        assertTrue(accounts.verify(token).isEmpty());
    }

    @Test
    void another_signing_key_signs_nobody_out(@TempDir Path folder) throws Exception {
        TokenIssuer before = TokenIssuer.withKeyIn(folder, now::get);
        String token = before.issue("subject", "lea", List.of());

        Files.move(folder.resolve("token-key.json"), folder.resolve("token-key-1.json"));
        TokenIssuer after = TokenIssuer.withKeyIn(folder, now::get);

        assertTrue(after.verify(token).isPresent(), "signed before");
        assertTrue(after.verify(after.issue("subject", "lea", List.of())).isPresent());
        assertTrue(before.verify(after.issue("subject", "lea", List.of())).isEmpty(), "with another key indeed");
        Files.delete(folder.resolve("token-key-1.json"));
        assertTrue(TokenIssuer.withKeyIn(folder, now::get).verify(token).isEmpty(), "until the old key goes");
    }

    private String work(String name) {
        ConsumedUnits units = new ConsumedUnits();
        units.measure(() -> accounts.signIn(name, "wrong"));
        return units.read() + " read, " + units.written() + " written";
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    private static pix.learner.Accounts.Tokens granted(SignIn answer) {
        return assertInstanceOf(SignIn.Granted.class, answer).tokens();
    }
}
