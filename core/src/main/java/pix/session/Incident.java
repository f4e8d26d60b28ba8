package pix.session;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something out of the ordinary, as the invigilator reports it at the end.
 *
 * @param learnerId the candidate concerned, empty where it concerns the session
 */
public record Incident(Kind kind, Optional<String> learnerId, String text) {

    public enum Kind {
        FRAUD("fraud"),
        DISRUPTION("disruption"),
        TECHNICAL("technical"),
        EMERGENCY("emergency"),
        LATE_ARRIVAL("late-arrival"),
        LEFT_THE_ROOM("left-the-room"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }
    }

    public Incident {
        if (kind == Kind.FRAUD && learnerId.isEmpty()) throw new IllegalArgumentException("a fraud concerns a candidate");
    }

    /** Whether it touches a candidate: by name, or because it touches everybody. */
    boolean concerns(String candidateId) {
        return learnerId.isEmpty() || learnerId.get().equals(candidateId);
    }
}
