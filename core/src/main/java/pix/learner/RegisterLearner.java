package pix.learner;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import pix.Language;

/**
 * A newcomer creates an account. The identity provider comes first, so that a crash in between leaves at worst
 * credentials without a person, which the same request sent again completes.
 */
public final class RegisterLearner {

    /** What a newcomer says of themselves, already checked. */
    public record Command(
            String username,
            String password,
            String givenName,
            String familyName,
            LocalDate birthDate,
            Situation situation,
            Language locale) {}

    public sealed interface Outcome {
        record Registered(String learnerId) implements Outcome {}

        record UsernameTaken() implements Outcome {}
    }

    private final Accounts accounts;
    private final Learners learners;
    private final InstantSource clock;

    public RegisterLearner(Accounts accounts, Learners learners, InstantSource clock) {
        this.accounts = accounts;
        this.learners = learners;
        this.clock = clock;
    }

    public Outcome register(Command command) {
        return switch (accounts.signUp(command.username(), command.password())) {
            case Accounts.SignUp.UsernameTaken() -> new Outcome.UsernameTaken();
            case Accounts.SignUp.Open(String subject, boolean repeated) -> keep(newcomer(subject, command));
        };
    }

    private Outcome keep(Learner newcomer) {
        if (learners.add(newcomer)) return new Outcome.Registered(newcomer.learnerId());
        boolean repeat = learners.find(newcomer.learnerId()).filter(newcomer::isSamePersonAs).isPresent();
        return repeat ? new Outcome.Registered(newcomer.learnerId()) : new Outcome.UsernameTaken();
    }

    private Learner newcomer(String subject, Command c) {
        return new Learner(subject, c.username(), c.givenName(), c.familyName(), c.birthDate(), c.situation(),
                c.locale(), Set.of(), clock.instant());
    }
}
