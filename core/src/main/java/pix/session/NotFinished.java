package pix.session;

import java.util.Arrays;
import java.util.Optional;

/** Why a started test is not completed, as the invigilator says. */
public enum NotFinished {
    /** The candidate stopped, or ran out of time. */
    CANDIDATE("candidate"),
    /** A machine, the network or the service failed. */
    TECHNICAL("technical");

    private final String code;

    NotFinished(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<NotFinished> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
