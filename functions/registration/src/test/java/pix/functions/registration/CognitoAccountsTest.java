package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pix.embedded.Call;
import pix.embedded.MotoServer;
import pix.embedded.Template;
import pix.http.Json;
import pix.identity.CognitoAccounts;
import pix.learner.Accounts;
import pix.learner.Accounts.SignIn;
import pix.learner.Accounts.SignUp;
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
 * tokens nor locks; a real pool does, and can be named with {@code -Dpix.cognito.pool} and {@code -Dpix.cognito.client}.
 */
class CognitoAccountsTest extends AccountsContract {
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
    void who_has_registered_an_authenticator_app_needs_its_code_too() throws GeneralSecurityException {
        Accounts accounts = accounts();
        String password = "trois petits chats";
        String name = "agent." + UUID.randomUUID();
        accounts.signUp(name, password);
        String token = assertInstanceOf(SignIn.Granted.class, accounts.signIn(name, password)).tokens().accessToken();
        String secret = cognito.associateSoftwareToken(a -> a.accessToken(token)).secretCode();
        String first = Totp.of(secret, Instant.now());
        cognito.verifySoftwareToken(v -> v.accessToken(token).userCode(first));
        cognito.setUserMFAPreference(p -> p.accessToken(token).softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));

        assertEquals(new SignIn.CodeRequired(), accounts.signIn(name, password));
        assertEquals(new SignIn.BadCredentials(), accounts.signIn(name, "not the password"));
        assertEquals(new SignIn.BadCredentials(), accounts.signIn(name, "not the password", Optional.of(first)));
        assertInstanceOf(SignIn.Granted.class, accounts.signIn(name, password, Optional.of(Totp.of(secret, Instant.now()))));

        Call call = Call.of("sign-in").body(Json.object().put("username", name).put("password", password));
        Call.Answer asked = call.to(new SignInHandler(accounts));
        assertEquals(401, asked.status());
        assertEquals("code-required", asked.json().path("type").asText());
        assertEquals(200, call.with("code", TextNode.valueOf(Totp.of(secret, Instant.now()))).to(new SignInHandler(accounts)).status());
        accounts.delete(name);
    }

    @Test
    void what_the_pool_itself_refuses_is_a_failure_and_not_a_wrong_password() {
        Accounts elsewhere = new CognitoAccounts(cognito, "eu-west-3_NoSuchPool", client);
        accounts();

        assertThrows(CognitoIdentityProviderException.class, () -> elsewhere.signIn("lea", "whatever it is"));
    }
}
