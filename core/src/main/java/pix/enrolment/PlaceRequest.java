package pix.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * That an account asks a school for a place without a code. It is forgotten after {@link #KEPT}.
 *
 * @param studentId the only student whose names and birth date fit; empty where there is none, or more than one, and
 *     nobody of the school hears of the request. The person who asks is never told which
 * @param decision what the school said, empty until then
 */
public record PlaceRequest(
        String requestId,
        String organisationId,
        String learnerId,
        Optional<String> studentId,
        Instant askedAt,
        Instant expiresAt,
        Optional<Decision> decision) {
    public static final Duration KEPT = Duration.ofDays(30);
    private static final int REFERENCES = 10_000;

    public enum Decision {
        ACCEPT("accept"),
        REFUSE("refuse");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Decision> ofCode(String code) {
            return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
        }
    }

    static PlaceRequest of(String requestId, String organisationId, String learnerId, Optional<String> studentId, Instant now) {
        // The store forgets by the second.
        Instant expiresAt = now.plus(KEPT).truncatedTo(ChronoUnit.SECONDS);
        return new PlaceRequest(requestId, organisationId, learnerId, studentId, now, expiresAt, Optional.empty());
    }

    /** Waits for the school. */
    public boolean isOpen(Instant now) {
        return decision.isEmpty() && now.isBefore(expiresAt);
    }

    /** Four digits that both sides see, so that the school can ask the student whether it was them. */
    public String reference() {
        return "%04d".formatted(Math.floorMod(requestId.hashCode(), REFERENCES));
    }
}
