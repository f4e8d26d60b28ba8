package pix.functions.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.embedded.Totp;
import pix.learner.Accounts;
import pix.learner.SecondFactors;

class EmbeddedAccountsTest extends AccountsContract {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.now());

    private static EmbeddedStore store;
    private static EmbeddedAccounts accounts;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.inMemory();
        accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), NOW::get), NOW::get);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    Accounts accounts() {
        return accounts;
    }

    @Override
    SecondFactors secondFactors() {
        return accounts.secondFactors();
    }

    /** Half a minute later than the last one. */
    @Override
    String code(String secret) {
        return Totp.of(secret, NOW.updateAndGet(now -> now.plus(Duration.ofSeconds(30))));
    }
}
