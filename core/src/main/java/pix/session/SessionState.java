package pix.session;

import java.util.Arrays;
import java.util.Optional;

/** Where a session is between planning and published results. */
public enum SessionState {
    /** To come: candidates are added and may leave. */
    OPEN("open"),
    /** The invigilator opened the exam room. */
    RUNNING("running"),
    /** Over; results are scored and reviewed. */
    FINALISED("finalised"),
    PUBLISHED("published"),
    CANCELLED("cancelled");

    private final String code;

    SessionState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it is still to be held or being held. */
    public boolean alive() {
        return this == OPEN || this == RUNNING;
    }

    public static Optional<SessionState> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
