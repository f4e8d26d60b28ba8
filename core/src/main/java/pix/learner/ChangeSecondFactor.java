package pix.learner;

import java.util.Optional;
import pix.learner.Accounts.SignIn;

/**
 * A person registers an authenticator app, and takes it away again. Each step is a sign-in of its own: an open page or a stolen
 * token neither locks its owner out with an app of somebody else's nor takes theirs away, and tries are counted where sign-ins
 * are. Whoever has a second factor shows it before it goes, and has to let go of it before another comes.
 */
public final class ChangeSecondFactor {

    public sealed interface Outcome {
        /** @param secret for the app, in base 32: shown once, kept by nobody but the app and the identity provider */
        record Begun(String secret) implements Outcome {}

        record Done() implements Outcome {}

        record AlreadyActive() implements Outcome {}

        /** The app does not show this code: nothing has changed. */
        record WrongCode() implements Outcome {}

        /** Wrong password; or, to take a second factor away, wrong code: the caller cannot tell which. */
        record BadCredentials() implements Outcome {}

        record TooManyAttempts(int retryAfterSeconds) implements Outcome {}
    }

    /** What is done with the access token of a sign-in. */
    private interface Step {
        Outcome with(String accessToken);
    }

    private final Accounts accounts;
    private final SecondFactors factors;

    public ChangeSecondFactor(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    public Outcome begin(String username, String password) {
        return signedIn(username, password, Optional.empty(), token -> new Outcome.Begun(factors.begin(token)));
    }

    public Outcome confirm(String username, String password, String code) {
        return signedIn(username, password, Optional.empty(),
                token -> factors.confirm(token, code) ? new Outcome.Done() : new Outcome.WrongCode());
    }

    /** Done as well where there is none: a reply may have been lost. */
    public Outcome remove(String username, String password, String code) {
        return signedIn(username, password, Optional.of(code), token -> {
            factors.remove(token);
            return new Outcome.Done();
        });
    }

    private Outcome signedIn(String username, String password, Optional<String> code, Step step) {
        return switch (accounts.signIn(username, password, code)) {
            case SignIn.Granted(var tokens) -> step.with(tokens.accessToken());
            case SignIn.CodeRequired() -> new Outcome.AlreadyActive();
            case SignIn.BadCredentials() -> new Outcome.BadCredentials();
            case SignIn.TooManyAttempts(int seconds) -> new Outcome.TooManyAttempts(seconds);
        };
    }
}
