package pix.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where assessments are kept, turn by turn. */
public interface Assessments {

    enum Start {
        STARTED,
        /** Somebody changed the profile meanwhile: read it again. */
        PROFILE_CHANGED,
        /** There is no such learner (any more). */
        UNKNOWN_LEARNER
    }

    enum Completion {
        COMPLETED,
        PROFILE_CHANGED,
        /** Another answer was first. */
        TURN_TAKEN
    }

    /** Keeps the first turn and the profile that points to it, both or neither. */
    Start start(Turn first, Profile profile);

    /** The newest turn of an assessment. */
    Optional<Turn> last(String assessmentId);

    /** The turn with the {@code sequence}-th answer. */
    Optional<Turn> turn(String assessmentId, int sequence);

    /** All turns of an assessment, in order. */
    List<Turn> turns(String assessmentId);

    /** Keeps a turn; false where another answer was first, and nothing is written. */
    boolean append(Turn turn);

    /** Keeps the last turn and the profile with what it taught, both or neither. */
    Completion complete(Turn last, Profile profile);

    /** The ids of the assessments whose last turn came within the hour that begins then, in an order that never changes. */
    List<String> completedIn(Instant hour);

    /** The ids of a learner's assessments, oldest first. */
    List<String> startedBy(String learnerId);
}
