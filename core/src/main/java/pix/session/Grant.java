package pix.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Minutes an invigilator gave back to a candidate: a server, a network or a device failed and the clock ran on.
 *
 * @param grantId chosen by who gives, so that one sent twice is given once
 * @param reason as the candidate reads it
 */
public record Grant(String grantId, int minutes, String reason, Instant at) {
    public static final int MOST_MINUTES = 60;

    Duration time() {
        return Duration.ofMinutes(minutes);
    }
}
