package pix.assessment;

import java.time.Duration;
import java.time.Instant;

/** What the exam room decides about a certification. Practice has no exam room. */
public interface Supervision {

    /** Whether somebody may sit their certification now. */
    sealed interface Admission {
        /** Let in, and not started yet. */
        record Ready() implements Admission {}

        /** Started before; {@code standing} says whether it may go on. */
        record Started(String assessmentId, Standing standing) implements Admission {}

        record NotAdmitted() implements Admission {}

        /** Another device was let in. */
        record OtherDevice() implements Admission {}
    }

    /** How a certification under way stands. */
    sealed interface Standing {
        /**
         * @param endsAt when its time is over, unless the clock is stopped
         * @param held how long the clock stood still since the moment asked about
         */
        record Running(Instant endsAt, Duration held) implements Standing {}

        /** The clock stands still. */
        record Paused() implements Standing {}

        record TimeOver() implements Standing {}

        /** The session is over, or the person is no candidate of it any more. */
        record Ended() implements Standing {}

        record OtherDevice() implements Standing {}
    }

    Admission admission(String sessionId, String learnerId, String device, Instant now);

    /** Keeps the first turn and starts the candidate's clock, both or neither; false where somebody was faster. */
    boolean begin(Turn first);

    /**
     * @param device what the caller's device calls itself, empty where it says nothing
     * @param since from when to count how long the clock stood still
     */
    Standing standing(Terms terms, String device, Instant since, Instant now);

    /** Hears that an answer was kept. Loses nothing but a number on the invigilator's board where it is not called. */
    void progressed(Turn turn);
}
