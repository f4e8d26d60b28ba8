package pix.enrolment;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts claims and requests before they are judged, so that nobody can try codes, ids or names one after another, nor many
 * at once.
 */
public interface ClaimTries {

    /** @param address where the request came from @param username who says they claim */
    record Claimant(String address, String username) {}

    /** Counts a try. @return for how long no more are looked at; empty where this one is */
    Optional<Duration> count(Claimant claimant);

    /** It was right, which costs nobody a try. */
    void takeBack(Claimant claimant);

    /**
     * Counts a request by names, which is neither right nor wrong to whoever sends it. It counts against the person alone:
     * a whole school may ask from one address.
     *
     * @return for how long no more are looked at; empty where this one is
     */
    Optional<Duration> countRequest(Claimant claimant);
}
