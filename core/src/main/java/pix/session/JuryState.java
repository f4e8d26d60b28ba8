package pix.session;

import java.util.Arrays;
import java.util.Optional;

/** Where the results of a finalised session are on their way to publication. */
public enum JuryState {
    /** Being computed. */
    SCORING("scoring"),
    /** Nothing to look at: published by the schedule after the delay. */
    READY("ready"),
    /** An incident or a flag: waits for the operator. */
    WAITING("waiting"),
    /** Published, and a candidate appealed. */
    APPEALED("appealed"),
    DONE("done");

    private final String code;

    JuryState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<JuryState> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
