package pix.identity;

import static software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType.ADMIN_USER_PASSWORD_AUTH;
import static software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType.NEW_PASSWORD_REQUIRED;
import static software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType.SOFTWARE_TOKEN_MFA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.learner.Accounts;
import pix.learner.Username;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * Accounts in a Cognito user pool in which only this service opens any. A new account is made with its password as a
 * temporary one, which the next call makes permanent; where the first call was the last, the same sign-up sent again
 * finds that the password is still temporary, and finishes. Whoever has registered an authenticator app with the pool is asked
 * for its code: password and code come together, so that nothing has to be kept between the two questions. Names are kept in the form in which they are unique.
 * Thread-safe.
 */
public final class CognitoAccounts implements Accounts {
    /** Cognito locks for a second after five wrong passwords, then twice as long each time, and does not say how long. */
    private static final int LOCKED_SECONDS = 60;
    private static final int BUSY_SECONDS = 5;
    private static final String LOCKED = "Password attempts exceeded";

    private final CognitoIdentityProviderClient cognito;
    private final String pool;
    private final String client;

    public CognitoAccounts(CognitoIdentityProviderClient cognito, String pool, String client) {
        this.cognito = cognito;
        this.pool = pool;
        this.client = client;
    }

    @Override
    public SignUp signUp(String username, String password) {
        String name = Username.key(username);
        try {
            List<AttributeType> attributes = cognito.adminCreateUser(c -> c.userPoolId(pool).username(name)
                    .temporaryPassword(password).messageAction(MessageActionType.SUPPRESS)).user().attributes();
            keepPassword(name, password);
            return new SignUp.Open(subject(attributes), false);
        } catch (UsernameExistsException e) {
            return again(name, password);
        }
    }

    /** A repeated request, or somebody else who wants the same name: the password tells. */
    private SignUp again(String name, String password) {
        try {
            AdminInitiateAuthResponse answer = ask(name, password);
            if (answer.challengeName() == NEW_PASSWORD_REQUIRED) keepPassword(name, password);
            return new SignUp.Open(subject(cognito.adminGetUser(g -> g.userPoolId(pool).username(name)).userAttributes()), true);
        } catch (NotAuthorizedException | UserNotFoundException e) {
            return new SignUp.UsernameTaken();
        }
    }

    @Override
    public SignIn signIn(String username, String password, Optional<String> code) {
        String name = Username.key(username);
        try {
            AdminInitiateAuthResponse answer = ask(name, password);
            if (answer.challengeName() != SOFTWARE_TOKEN_MFA) return granted(answer.authenticationResult());
            if (code.isEmpty()) return new SignIn.CodeRequired();
            return granted(show(name, code.get(), answer.session()).authenticationResult());
        } catch (NotAuthorizedException e) {
            return locked(e) ? new SignIn.TooManyAttempts(LOCKED_SECONDS) : new SignIn.BadCredentials();
        } catch (UserNotFoundException | InvalidParameterException | CodeMismatchException | ExpiredCodeException e) {
            return new SignIn.BadCredentials();
        } catch (TooManyRequestsException | LimitExceededException e) {
            return new SignIn.TooManyAttempts(BUSY_SECONDS);
        }
    }

    /** There is no result where another challenge stands for an account that is not finished. */
    private static SignIn granted(AuthenticationResultType result) {
        return result == null ? new SignIn.BadCredentials() : new SignIn.Granted(tokens(result, result.refreshToken()));
    }

    @Override
    public SignIn refresh(String refreshToken) {
        try {
            AuthenticationResultType result = cognito
                    .getTokensFromRefreshToken(g -> g.clientId(client).refreshToken(refreshToken)).authenticationResult();
            return new SignIn.Granted(tokens(result, Optional.ofNullable(result.refreshToken()).orElse(refreshToken)));
        } catch (NotAuthorizedException | RefreshTokenReuseException | UserNotFoundException | InvalidParameterException e) {
            return new SignIn.BadCredentials();
        } catch (TooManyRequestsException e) {
            return new SignIn.TooManyAttempts(BUSY_SECONDS);
        }
    }

    @Override
    public void delete(String username) {
        try {
            cognito.adminDeleteUser(d -> d.userPoolId(pool).username(Username.key(username)));
        } catch (UserNotFoundException e) {
            // There is none any more, which is what was asked for.
        }
    }

    private AdminInitiateAuthResponse ask(String name, String password) {
        return cognito.adminInitiateAuth(a -> a.userPoolId(pool).clientId(client).authFlow(ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", name, "PASSWORD", password)));
    }

    private AdminRespondToAuthChallengeResponse show(String name, String code, String session) {
        return cognito.adminRespondToAuthChallenge(r -> r.userPoolId(pool).clientId(client).challengeName(SOFTWARE_TOKEN_MFA)
                .session(session).challengeResponses(Map.of("USERNAME", name, "SOFTWARE_TOKEN_MFA_CODE", code)));
    }

    private void keepPassword(String name, String password) {
        cognito.adminSetUserPassword(s -> s.userPoolId(pool).username(name).password(password).permanent(true));
    }

    private static Tokens tokens(AuthenticationResultType result, String refreshToken) {
        return new Tokens(result.accessToken(), refreshToken, result.expiresIn());
    }

    private static String subject(List<AttributeType> attributes) {
        return attributes.stream().filter(a -> a.name().equals("sub")).map(AttributeType::value).findFirst().orElseThrow();
    }

    private static boolean locked(NotAuthorizedException e) {
        return e.awsErrorDetails() != null && String.valueOf(e.awsErrorDetails().errorMessage()).startsWith(LOCKED);
    }
}
