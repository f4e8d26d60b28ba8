package pix.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pix.assessment.Turn;

/** Where candidates are kept. Every change but progress comes with an event, both or neither. */
public interface Candidates {

    Optional<Candidate> find(String sessionId, String learnerId);

    List<Candidate> all(String sessionId);

    /** Replaces a candidate, all but the progress; false where somebody was faster. */
    boolean change(Candidate after, Event event);

    /** The same, with a turn of the candidate's test: all three or none. */
    boolean change(Candidate after, Turn turn, Event event);

    /** Notes how far a test has come; less than noted before changes nothing. */
    void progressed(String sessionId, String learnerId, int answered, boolean completed, Instant at);

    /** Notes that the candidate's device asked for the room. */
    void seen(String sessionId, String learnerId, Instant at);

    /** Notes that the candidate left the page, or came back to it. */
    void left(String sessionId, String learnerId, Instant at);

    void cameBack(String sessionId, String learnerId, Instant at);
}
