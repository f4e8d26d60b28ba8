package pix.identity;

import pix.learner.SecondFactors;
import pix.learner.Username;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

/**
 * Authenticator apps in a Cognito user pool whose {@code MfaConfiguration} is {@code OPTIONAL}. Registering one is the person's own
 * doing: Cognito takes no role for it, only an access token with the scope {@code aws.cognito.signin.user.admin}, as every sign-in by
 * {@code AdminInitiateAuth} gives. Thread-safe.
 */
public final class CognitoSecondFactors implements SecondFactors {
    private final CognitoIdentityProviderClient cognito;
    private final String pool;

    public CognitoSecondFactors(CognitoIdentityProviderClient cognito, String pool) {
        this.cognito = cognito;
        this.pool = pool;
    }

    @Override
    public boolean active(String username) {
        try {
            return cognito.adminGetUser(g -> g.userPoolId(pool).username(Username.key(username))).userMFASettingList()
                    .contains(ChallengeNameType.SOFTWARE_TOKEN_MFA.toString());
        } catch (UserNotFoundException | InvalidParameterException e) {
            return false;
        }
    }

    @Override
    public String begin(String accessToken) {
        return cognito.associateSoftwareToken(a -> a.accessToken(accessToken)).secretCode();
    }

    /** Verified is not yet asked for: that is a preference of its own. */
    @Override
    public boolean confirm(String accessToken, String code) {
        try {
            var verified = cognito.verifySoftwareToken(v -> v.accessToken(accessToken).userCode(code)).status();
            if (verified != VerifySoftwareTokenResponseType.SUCCESS) return false;
        } catch (CodeMismatchException | EnableSoftwareTokenMfaException | SoftwareTokenMfaNotFoundException | InvalidParameterException e) {
            return false;
        }
        ask(accessToken, true);
        return true;
    }

    @Override
    public void remove(String accessToken) {
        ask(accessToken, false);
    }

    private void ask(String accessToken, boolean forCode) {
        cognito.setUserMFAPreference(p -> p.accessToken(accessToken)
                .softwareTokenMfaSettings(s -> s.enabled(forCode).preferredMfa(forCode)));
    }
}
