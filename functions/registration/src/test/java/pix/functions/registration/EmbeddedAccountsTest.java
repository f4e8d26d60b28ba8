package pix.functions.registration;

import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.learner.Accounts;

class EmbeddedAccountsTest extends AccountsContract {
    private static final InstantSource CLOCK = Clock.systemUTC();

    private static EmbeddedStore store;
    private static EmbeddedAccounts accounts;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.inMemory();
        accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), CLOCK), CLOCK);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    Accounts accounts() {
        return accounts;
    }
}
