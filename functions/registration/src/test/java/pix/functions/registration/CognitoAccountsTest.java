package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pix.embedded.MotoServer;
import pix.embedded.Template;
import pix.embedded.Totp;
import pix.identity.CognitoAccounts;
import pix.identity.CognitoSecondFactors;
import pix.learner.Accounts;
import pix.learner.Accounts.SignIn;
import pix.learner.Accounts.SignUp;
import pix.learner.SecondFactors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/**
 * The same on Cognito, or on what says it is: {@code moto_server} where it is installed. That one neither rotates refresh
 * tokens nor locks, and takes a code as often as it is shown, but in its own half minute only; a real pool is otherwise, and can be
 * named with {@code -Dpix.cognito.pool} and {@code -Dpix.cognito.client}.
 */
class CognitoAccountsTest extends AccountsContract {
    private static final long STEP_MILLIS = 30_000;

    private static long lastStep;
    private static MotoServer moto;
    private static CognitoIdentityProviderClient cognito;
    private static String pool = System.getProperty("pix.cognito.pool", "");
    private static String client = System.getProperty("pix.cognito.client", "");

    @BeforeAll
    static void connect() {
        if (!pool.isBlank()) {
            cognito = CognitoIdentityProviderClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
            return;
        }
        Optional<MotoServer> started = MotoServer.start();
        if (started.isEmpty()) return;
        moto = started.get();
        cognito = client(moto.endpoint());
        int shortest = (int) Template.map(Template.map(Template.ofBuild().resources("AWS::Cognito::UserPool").get("UserPool")
                .get("Policies")).get("PasswordPolicy")).get("MinimumLength");
        pool = cognito.createUserPool(c -> c.poolName("people").usernameConfiguration(u -> u.caseSensitive(false))
                .adminCreateUserConfig(a -> a.allowAdminCreateUserOnly(true))
                .policies(p -> p.passwordPolicy(w -> w.minimumLength(shortest).requireLowercase(false).requireUppercase(false)
                        .requireNumbers(false).requireSymbols(false)))).userPool().id();
        client = cognito.createUserPoolClient(c -> c.userPoolId(pool).clientName("web").preventUserExistenceErrors("ENABLED")
                .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH)).userPoolClient().clientId();
    }

    private static CognitoIdentityProviderClient client(URI endpoint) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void close() {
        if (moto != null) moto.close();
    }

    @Override
    Accounts accounts() {
        assumeTrue(cognito != null, "skipped: no Cognito here (moto_server is not on the path, no pool is named)");
        return new CognitoAccounts(cognito, pool, client);
    }

    @Override
    SecondFactors secondFactors() {
        accounts();
        return new CognitoSecondFactors(cognito, pool);
    }

    /** Waits for the next half minute where this one is about to end, or has been shown already to a pool that minds. */
    @Override
    String code(String secret) {
        long now = System.currentTimeMillis();
        boolean late = STEP_MILLIS - now % STEP_MILLIS < 2_000;
        if (late || takesCodesOnce() && now / STEP_MILLIS == lastStep) {
            new CompletableFuture<Void>().completeOnTimeout(null, STEP_MILLIS - now % STEP_MILLIS, TimeUnit.MILLISECONDS).join();
        }
        lastStep = System.currentTimeMillis() / STEP_MILLIS;
        return Totp.of(secret, Instant.now());
    }

    @Override
    boolean takesCodesOnce() {
        return moto == null;
    }

    @Override
    boolean refreshes() {
        return moto == null;
    }

    @Override
    boolean locks() {
        return moto == null;
    }

    @Test
    void a_sign_up_that_was_cut_off_is_finished_by_the_same_one() {
        Accounts accounts = accounts();
        String password = "trois petits chats";
        cognito.adminCreateUser(c -> c.userPoolId(pool).username("coupé").temporaryPassword(password)
                .messageAction(MessageActionType.SUPPRESS));
        assertEquals(new SignIn.BadCredentials(), accounts.signIn("coupé", password));

        assertInstanceOf(SignUp.UsernameTaken.class, accounts.signUp("Coupé", "another password"));
        assertInstanceOf(SignUp.Open.class, accounts.signUp("Coupé", password));

        assertInstanceOf(SignIn.Granted.class, accounts.signIn("coupé", password));
        accounts.delete("coupé");
    }

    @Test
    void what_the_pool_itself_refuses_is_a_failure_and_not_a_wrong_password() {
        Accounts elsewhere = new CognitoAccounts(cognito, "eu-west-3_NoSuchPool", client);
        accounts();

        assertThrows(CognitoIdentityProviderException.class, () -> elsewhere.signIn("lea", "whatever it is"));
    }
}
