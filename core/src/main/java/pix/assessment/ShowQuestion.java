package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pix.assessment.Supervision.Standing;

/** Where somebody's assessment stands, and the question that waits. */
public final class ShowQuestion {

    public sealed interface Outcome {
        /** @param held how long the clock stood still since the question was asked */
        record Pending(Turn turn, Duration held) implements Outcome {}

        record Completed() implements Outcome {}

        /** A certification that cannot go on now. */
        record Refused(Standing standing) implements Outcome {}

        /** No such assessment of this person. */
        record Unknown() implements Outcome {}
    }

    private final Assessments assessments;
    private final Supervision supervision;
    private final InstantSource clock;

    public ShowQuestion(Assessments assessments, Supervision supervision, InstantSource clock) {
        this.assessments = assessments;
        this.supervision = supervision;
        this.clock = clock;
    }

    /** @param device what the caller's device calls itself, empty where it says nothing */
    public Outcome show(String learnerId, String assessmentId, String device) {
        Optional<Turn> found = assessments.last(assessmentId).filter(t -> t.terms().learnerId().equals(learnerId));
        if (found.isEmpty()) return new Outcome.Unknown();
        Turn turn = found.get();
        if (turn.completed()) return new Outcome.Completed();
        if (turn.terms().kind().practice()) return new Outcome.Pending(turn, Duration.ZERO);
        return switch (supervision.standing(turn.terms(), device, turn.askedAt().orElseThrow(), clock.instant())) {
            case Standing.Running(Instant endsAt, Duration held) -> new Outcome.Pending(turn, held);
            case Standing refused -> new Outcome.Refused(refused);
        };
    }
}
