package pix.local;

import java.time.InstantSource;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.platform.Platform;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The platform of the laptop, made once from the settings of the run command. */
public final class LocalPlatform implements Platform {
    private static final LocalPlatform INSTANCE = new LocalPlatform(Settings.ofSystemProperties());

    private final Settings settings;
    private final EmbeddedStore store;
    private final EmbeddedAccounts accounts;

    private LocalPlatform(Settings settings) {
        this.settings = settings;
        this.store = EmbeddedStore.in(settings.data());
        this.accounts = new EmbeddedAccounts(store.client(), TokenIssuer.withKeyIn(settings.data(), settings.clock()),
                settings.clock());
    }

    /** For {@link java.util.ServiceLoader}. */
    public static LocalPlatform provider() {
        return INSTANCE;
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
