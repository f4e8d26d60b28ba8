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
import pix.identity.CognitoSecondFactors;
import pix.learner.Accounts;
import pix.learner.SecondFactors;
import pix.objects.ObjectStore;
import pix.objects.S3ObjectStore;
import pix.signing.KmsRosterKeys;
import pix.signing.KmsSigner;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The platform inside AWS Lambda: addresses and names come from the environment that {@code template.yaml} sets. */
final class AwsPlatform implements Platform {
    private final DynamoDbClient dynamo = new MeteredDynamo(client(DynamoDbClient.builder()));

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

    /** An issuer that is not ours asks for second factors in its own way. */
    @Override
    public Optional<SecondFactors> secondFactors() {
        if (!setting("MFA").equals(Optional.of("OPTIONAL"))) return Optional.empty();
        return setting("USER_POOL").map(pool -> new CognitoSecondFactors(cognito(), pool));
    }

    /**
     * Told what it would look for in files and services that a function does not have, for whose code somebody who waits for
     * a first answer would wait too. After a snapshot there are no keys in the environment: then it looks as ever.
     */
    private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .defaultsMode(DefaultsMode.LEGACY)
                .overrideConfiguration(c -> c.defaultProfileFile(ProfileFile.aggregator().build()));
        Platform.environment("AWS_REGION").map(Region::of).ifPresent(builder::region);
        if (Platform.environment("AWS_ACCESS_KEY_ID").isPresent()) {
            builder.credentialsProvider(EnvironmentVariableCredentialsProvider.create());
        }
        return builder.build();
    }

    private static CognitoIdentityProviderClient cognito() {
        return client(CognitoIdentityProviderClient.builder());
    }

    @Override
    public Tokens tokens() {
        return new IssuerTokens(required("TOKEN_ISSUER"), required("TOKEN_AUDIENCE"), clock());
    }

    /** Only functions that sign carry the KMS client, and the permission to use it. */
    @Override
    public Signer signer() {
        KmsClient kms = client(KmsClient.builder());
        List<String> retired = setting("RETIRED_SIGNING_KEYS").map(ids -> List.of(ids.split(","))).orElse(List.of());
        return new KmsSigner(kms, required("SIGNING_KEY"), retired);
    }

    /** Only functions that need them carry the KMS client, and the permission to ask. */
    @Override
    public RosterKeys rosterKeys() {
        return new KmsRosterKeys(() -> client(KmsClient.builder()), required("ROSTER_KEY"));
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
