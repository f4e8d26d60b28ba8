package pix.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What a candidate's browser and answers tell, for the invigilator to see. Counted beside the candidate's revision: it
 * may lag behind by one, and nothing is decided by it.
 *
 * @param awaySince when the person left the page, empty while they are there
 */
public record Progress(
        int answered, boolean completed, Optional<Instant> lastAnswerAt, int focusLosses, Optional<Instant> awaySince) {

    static final Progress NONE = new Progress(0, false, Optional.empty(), 0, Optional.empty());
}
