package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a candidate's browser and answers tell, for the invigilator to see. Counted beside the candidate's revision: it
 * may lag behind by one, and nothing is decided by it.
 *
 * @param awaySince when the person left the page, empty while they are there
 * @param seenAt when the page last asked for the room, to about half a minute
 */
public record Progress(
        int answered,
        boolean completed,
        Optional<Instant> lastAnswerAt,
        int focusLosses,
        Optional<Instant> awaySince,
        Optional<Instant> seenAt) {

    /** A page asks every few seconds; that it did is noted that often. */
    static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    /** No page in use is silent that long. */
    static final Duration SILENT = Duration.ofSeconds(60);

    static final Progress NONE = new Progress(0, false, Optional.empty(), 0, Optional.empty(), Optional.empty());

    /** Since the candidate's device was last heard of. @param startedAt when it was heard of at least */
    Duration silence(Instant startedAt, Instant now) {
        Instant heard = Stream.of(Optional.of(startedAt), lastAnswerAt, seenAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return heard.isAfter(now) ? Duration.ZERO : Duration.between(heard, now);
    }
}
