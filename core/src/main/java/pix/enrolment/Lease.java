package pix.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The right of one run to change a roster. It lasts a minute and is asked for anew long before; a run that slept too long
 * finds out before its next write that another one has had the roster, and ends. Thread-safe.
 */
final class Lease {
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(15);

    private final Rosters rosters;
    private final String organisationId;
    private final String runId;
    private final InstantSource clock;
    private Instant since;

    Lease(Rosters rosters, String organisationId, String runId, InstantSource clock) {
        this.rosters = rosters;
        this.organisationId = organisationId;
        this.runId = runId;
        this.clock = clock;
    }

    /** False where another run has it. */
    synchronized boolean acquire() {
        since = clock.instant();
        return rosters.acquire(organisationId, runId, since, since.plus(LENGTH));
    }

    /** Called before every write: whoever comes through may write for the next {@code LENGTH - RENEWED_AFTER}. */
    synchronized void hold() {
        Instant now = clock.instant();
        if (now.isBefore(since.plus(RENEWED_AFTER))) return;
        if (!rosters.renew(organisationId, runId, now.plus(LENGTH))) throw lost();
        since = now;
    }

    void release() {
        rosters.release(organisationId, runId);
    }

    static IllegalStateException lost() {
        return new IllegalStateException("another run has taken over the roster");
    }
}
