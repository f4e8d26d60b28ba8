package pix.platform;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import pix.certificate.Signer;
import pix.enrolment.RosterKeys;
import pix.http.Tokens;
import pix.identity.CognitoAccounts;
import pix.learner.Accounts;
import pix.objects.ObjectStore;
import pix.objects.S3ObjectStore;
import pix.signing.KmsRosterKeys;
import pix.signing.KmsSigner;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The platform inside AWS Lambda: addresses and names come from the environment that {@code template.yaml} sets. */
final class AwsPlatform implements Platform {
    private final DynamoDbClient dynamo = new MeteredDynamo(DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build());

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    public String table(String name) {
        String variable = name.toUpperCase(Locale.ROOT) + "_TABLE";
        return required(variable);
    }

    @Override
    public InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Cognito where the deployment has a user pool; whoever has another provider puts its adapter on the class path. */
    @Override
    public Accounts accounts() {
        Optional<String> pool = setting("USER_POOL");
        if (pool.isPresent()) return new CognitoAccounts(cognito(), pool.get(), required("USER_POOL_CLIENT"));
        return ServiceLoader.load(Accounts.class).findFirst().orElseThrow(() ->
                new IllegalStateException("no identity provider on the class path: nothing provides pix.learner.Accounts"));
    }

    private static CognitoIdentityProviderClient cognito() {
        return CognitoIdentityProviderClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    @Override
    public Tokens tokens() {
        return new IssuerTokens(required("TOKEN_ISSUER"), required("TOKEN_AUDIENCE"), clock());
    }

    /** Only functions that sign carry the KMS client, and the permission to use it. */
    @Override
    public Signer signer() {
        KmsClient kms = KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        List<String> retired = setting("RETIRED_SIGNING_KEYS").map(ids -> List.of(ids.split(","))).orElse(List.of());
        return new KmsSigner(kms, required("SIGNING_KEY"), retired);
    }

    /** Only functions that need them carry the KMS client, and the permission to ask. */
    @Override
    public RosterKeys rosterKeys() {
        return new KmsRosterKeys(() -> KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
                required("ROSTER_KEY"));
    }

    @Override
    public ObjectStore objects() {
        return S3ObjectStore.inBucket(required("FILES_BUCKET"), clock());
    }

    @Override
    public Optional<String> setting(String name) {
        return Platform.environment(name);
    }

    private String required(String variable) {
        return setting(variable).orElseThrow(() ->
                new IllegalStateException("the environment variable " + variable + " is not set"));
    }
}
