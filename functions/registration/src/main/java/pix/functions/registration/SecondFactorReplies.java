package pix.functions.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.learner.ChangeSecondFactor;
import pix.learner.ChangeSecondFactor.Outcome;

/** What is answered to whoever registers an authenticator app or takes it away. */
final class SecondFactorReplies {
    private SecondFactorReplies() {}

    /** @throws Refused where the identity provider knows no second factors */
    static ChangeSecondFactor offered(Optional<ChangeSecondFactor> change) {
        return change.orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
    }

    static Reply of(String username, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Begun(String secret) -> Reply.ok(Json.object().put("secret", secret).put("address", address(username, secret)));
            case Outcome.Done() -> Reply.noContent();
            case Outcome.AlreadyActive() -> Reply.problem(ProblemType.SECOND_FACTOR_ACTIVE);
            case Outcome.WrongCode() -> Reply.problem(ProblemType.WRONG_CODE);
            case Outcome.BadCredentials() -> Reply.problem(ProblemType.BAD_CREDENTIALS);
            case Outcome.TooManyAttempts(int seconds) -> Reply.tooManyAttempts(seconds);
        };
    }

    /** What authenticator apps read: whose account it is, where, and the secret. */
    private static String address(String username, String secret) {
        return "otpauth://totp/pix:" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "?secret=" + secret + "&issuer=pix";
    }
}
