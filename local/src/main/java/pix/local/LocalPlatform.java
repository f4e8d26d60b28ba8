package pix.local;

import java.time.InstantSource;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.platform.Platform;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The platform of the laptop, made from the settings of the run command. */
public final class LocalPlatform implements Platform {
    private final Settings settings;
    private final EmbeddedStore store;
    private final EmbeddedAccounts accounts;

    /** For {@link java.util.ServiceLoader}, which makes it once a process. */
    public LocalPlatform() {
        this.settings = Settings.ofSystemProperties();
        this.store = EmbeddedStore.in(settings.data());
        this.accounts = new EmbeddedAccounts(store.client(), TokenIssuer.withKeyIn(settings.data(), settings.clock()),
                settings.clock());
    }

    Settings settings() {
        return settings;
    }

    @Override
    public DynamoDbClient dynamo() {
        return store.client();
    }

    @Override
    public String table(String name) {
        return name;
    }

    @Override
    public InstantSource clock() {
        return settings.clock();
    }

    @Override
    public EmbeddedAccounts accounts() {
        return accounts;
    }

    void close() {
        store.close();
    }
}
