package pix.enrolment;

import java.time.Duration;
import java.util.Optional;

/** Counts wrong claims and requests, so that nobody can try codes, ids or names one after another. */
public interface ClaimTries {

    /** @param address where the request came from @param username who says they claim */
    record Claimant(String address, String username) {}

    /** For how long no more claims are looked at; empty where they are. */
    Optional<Duration> locked(Claimant claimant);

    /** Counts a try that was wrong. */
    void failed(Claimant claimant);

    /**
     * Counts a request by names, which is neither right nor wrong to whoever sends it. It counts against the person alone:
     * a whole school may ask from one address.
     */
    void asked(Claimant claimant);
}
