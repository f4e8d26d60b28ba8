package pix.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** How long a refused sign-in takes where somebody has the name, and where nobody has: nobody is found out by the clock. */
final class SignInBench {
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 50;

    private SignInBench() {}

    public static void main(String[] arguments) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
        double[] known = new double[ROUNDS];
        double[] unknown = new double[ROUNDS];
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            EmbeddedAccounts accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), now::get), now::get);
            accounts.signUp("lea", "neuf-violons-bleus");
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                // One after the other, so that whatever else this machine does falls on both.
                now.updateAndGet(t -> t.plus(Duration.ofMinutes(2)));
                double[] each = {millis(accounts, "lea"), millis(accounts, "nobody")};
                if (i < 0) continue;
                known[i] = each[0];
                unknown[i] = each[1];
            }
        }
        System.out.printf("refused sign-in, %d each, ms: known name %s, unknown name %s%n", ROUNDS, told(known), told(unknown));
        System.exit(0);
    }

    private static double millis(EmbeddedAccounts accounts, String username) {
        long start = System.nanoTime();
        accounts.signIn(username, "wrong");
        return (System.nanoTime() - start) / 1e6;
    }

    private static String told(double[] millis) {
        Arrays.sort(millis);
        return "median %.2f (quartiles %.2f, %.2f)".formatted(millis[ROUNDS / 2], millis[ROUNDS / 4], millis[3 * ROUNDS / 4]);
    }
}
