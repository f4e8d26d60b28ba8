package pix.session;

import java.util.Arrays;
import java.util.Optional;

/** Who may take a seat. */
public enum Audience {
    /** Anybody who is certifiable books. */
    PUBLIC("public"),
    /** The school enrols its own students. */
    OWN_STUDENTS("own-students");

    private final String code;

    Audience(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Audience> ofCode(String code) {
        return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
    }
}
