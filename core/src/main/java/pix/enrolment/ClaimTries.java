package pix.enrolment;

import java.time.Duration;
import java.util.Optional;

/** Counts wrong claims, so that nobody can try codes one after another. */
public interface ClaimTries {

    /** @param address where the request came from @param username who says they claim */
    record Claimant(String address, String username) {}

    /** For how long no more claims are looked at; empty where they are. */
    Optional<Duration> locked(Claimant claimant);

    void failed(Claimant claimant);
}
