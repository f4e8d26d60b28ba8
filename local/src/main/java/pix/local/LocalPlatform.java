package pix.local;

import java.time.InstantSource;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.certificate.Signer;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.FolderObjects;
import pix.embedded.KeyFileSigner;
import pix.embedded.SecretFile;
import pix.embedded.TokenIssuer;
import pix.enrolment.RosterKeys;
import pix.http.Caller;
import pix.http.Tokens;
import pix.learner.SecondFactors;
import pix.platform.Platform;
import pix.signing.SecretRosterKeys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The platform of the laptop, made from the settings of the run command. */
public final class LocalPlatform implements Platform {
    private final Settings settings;
    private final EmbeddedStore store;
    private final DynamoDbClient guarded;
    private final EmbeddedAccounts accounts;
    private final Signer signer;
    private final RosterKeys rosterKeys;
    private final FolderObjects objects;
    private volatile String address;

    /** For {@link java.util.ServiceLoader}, which makes it once a process. */
    public LocalPlatform() {
        this.settings = Settings.ofSystemProperties();
        this.store = EmbeddedStore.in(settings.data());
        this.guarded = GuardedStore.of(store.client());
        this.accounts = new EmbeddedAccounts(store.client(), TokenIssuer.withKeyIn(settings.data(), settings.clock()),
                settings.clock());
        this.signer = KeyFileSigner.withKeyIn(settings.data());
        this.rosterKeys = new SecretRosterKeys(SecretFile.in(settings.data().resolve("roster-key")));
        this.address = "http://localhost:" + settings.port();
        this.objects = new FolderObjects(settings.data().resolve("objects"), () -> address, settings.clock(),
                SecretFile.in(settings.data().resolve("address-key")));
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public DynamoDbClient dynamo() {
        return guarded;
    }

    /** See {@link EmbeddedStore#everything}. */
    public Map<String, List<Map<String, AttributeValue>>> everything() {
        return store.everything();
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

    @Override
    public Optional<SecondFactors> secondFactors() {
        return Optional.of(accounts.secondFactors());
    }

    @Override
    public Tokens tokens() {
        return token -> accounts.verify(token).map(LocalPlatform::caller);
    }

    private static Caller caller(JWTClaimsSet claims) {
        Set<String> groups = claims.getClaim("cognito:groups") instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new Caller(claims.getSubject(), String.valueOf(claims.getClaim("username")), groups, Set.of());
    }

    @Override
    public Signer signer() {
        return signer;
    }

    @Override
    public RosterKeys rosterKeys() {
        return rosterKeys;
    }

    @Override
    public FolderObjects objects() {
        return objects;
    }

    @Override
    public Optional<String> setting(String name) {
        return switch (name) {
            case "PUBLIC_ADDRESS" -> Optional.of(address);
            case "ISSUER_NAME" -> Optional.of("Pix (démonstration)");
            case "SERVICE_NAME" -> Optional.of("Pix");
            default -> Optional.empty();
        };
    }

    /** Where the pages and the API are, once it is known which port was free. */
    void servedAt(String address) {
        this.address = address;
    }

    void close() {
        store.close();
    }
}
