package pix.learner;

import java.util.List;

/**
 * A person leaves: what they hold elsewhere is given back, identity and profile go, answers and past sessions stay under
 * an identifier that means nobody. Credentials go last, so that whatever was interrupted can be asked for again with the
 * same password.
 */
public final class EraseLearner {

    public sealed interface Outcome {
        record Erased() implements Outcome {}

        record BadCredentials() implements Outcome {}

        record TooManyAttempts(int retryAfterSeconds) implements Outcome {}
    }

    private final Accounts accounts;
    private final Learners learners;
    private final List<Farewell> farewells;

    public EraseLearner(Accounts accounts, Learners learners, List<Farewell> farewells) {
        this.accounts = accounts;
        this.learners = learners;
        this.farewells = List.copyOf(farewells);
    }

    /** @param username the name in the caller's token: it outlives the account record where a first try was cut off */
    public Outcome erase(String learnerId, String username, String password) {
        return switch (accounts.signIn(username, password)) {
            case Accounts.SignIn.BadCredentials() -> new Outcome.BadCredentials();
            case Accounts.SignIn.TooManyAttempts(int seconds) -> new Outcome.TooManyAttempts(seconds);
            // Who asks is signed in, and showed the code of a second factor then: here the password is what counts.
            case Accounts.SignIn.Granted(var tokens) -> erased(learnerId, username);
            case Accounts.SignIn.CodeRequired() -> erased(learnerId, username);
        };
    }

    private Outcome erased(String learnerId, String username) {
        farewells.forEach(farewell -> farewell.to(learnerId));
        learners.find(learnerId).ifPresent(learners::erase);
        accounts.delete(username);
        return new Outcome.Erased();
    }
}
