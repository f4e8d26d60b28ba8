package pix.enrolment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import pix.enrolment.ClaimTries.Claimant;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.learner.RegisterLearner;

/**
 * Somebody takes their place in a school's roster by the code the school handed out, when they open an account or later.
 * The code alone is not enough: it may have been picked up by somebody else, so names and birth date must fit. A code
 * works once.
 */
public final class ClaimPlace {

    public sealed interface Outcome {
        record Claimed(SchoolLink link, Student student) implements Outcome {}

        record UnknownCode() implements Outcome {}

        /** The code is for somebody else. */
        record Mismatch() implements Outcome {}

        /** Somebody has used it. */
        record Used() implements Outcome {}

        /** The account is another student of this school already. */
        record AlreadyLinked() implements Outcome {}

        record TooManyAttempts(Duration pause) implements Outcome {}

        record UsernameTaken() implements Outcome {}
    }

    private final Students students;
    private final SchoolLinks links;
    private final ClaimTries tries;
    private final RosterKeys keys;
    private final Learners learners;
    private final InstantSource clock;

    public ClaimPlace(
            Students students, SchoolLinks links, ClaimTries tries, RosterKeys keys, Learners learners, InstantSource clock) {
        this.students = students;
        this.links = links;
        this.tries = tries;
        this.keys = keys;
        this.learners = learners;
        this.clock = clock;
    }

    /** Somebody who has an account claims. */
    public Outcome claim(Learner learner, String typedCode, Claimant claimant) {
        SamePerson person = SamePerson.of(learner);
        return switch (look(typedCode, person, claimant)) {
            case Look.Refused(Outcome why) -> why;
            case Look.Found(Student student) -> link(student, learner.learnerId());
        };
    }

    /**
     * A newcomer claims. The code is judged before there is an account, so that a wrong one leaves none behind. The same
     * request sent again gives the same answer.
     */
    public Outcome register(RegisterLearner register, RegisterLearner.Command command, String typedCode, Claimant claimant) {
        SamePerson person = new SamePerson(command.givenName(), command.familyName(), command.birthDate());
        return switch (look(typedCode, person, claimant)) {
            case Look.Refused(Outcome why) -> why;
            case Look.Found(Student student) -> {
                boolean othersPlace = student.learnerId()
                        .filter(owner -> !learners.findByUsername(command.username()).equals(Optional.of(owner))).isPresent();
                if (othersPlace) yield new Outcome.Used();
                yield switch (register.register(command)) {
                    case RegisterLearner.Outcome.UsernameTaken() -> new Outcome.UsernameTaken();
                    case RegisterLearner.Outcome.Registered(String learnerId) -> link(student, learnerId);
                };
            }
        };
    }

    private sealed interface Look {
        record Found(Student student) implements Look {}

        record Refused(Outcome why) implements Look {}
    }

    private Look look(String typedCode, SamePerson person, Claimant claimant) {
        Optional<Duration> locked = tries.count(claimant);
        if (locked.isPresent()) return new Look.Refused(new Outcome.TooManyAttempts(locked.get()));
        Optional<Student> student = ClaimCode.parse(typedCode)
                .flatMap(code -> students.claimedBy(code, keys).filter(s -> s.active() && s.claimCode(keys).equals(code)));
        if (student.isEmpty()) return new Look.Refused(new Outcome.UnknownCode());
        if (!person.as(student.get())) return new Look.Refused(new Outcome.Mismatch());
        tries.takeBack(claimant);
        return new Look.Found(student.get());
    }

    private Outcome link(Student student, String learnerId) {
        return switch (links.link(student, learnerId, clock.instant())) {
            case LINKED -> new Outcome.Claimed(links.find(learnerId, student.organisationId()).orElseThrow(), student);
            case TAKEN -> new Outcome.Used();
            case ALREADY_LINKED -> new Outcome.AlreadyLinked();
        };
    }
}
