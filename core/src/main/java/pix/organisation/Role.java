package pix.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is in an organisation. A head may do all that a teacher and an invigilator may. */
public enum Role {
    TEACHER("teacher"),
    INVIGILATOR("invigilator"),
    HEAD("head");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether somebody in this role may act as {@code needed}. */
    public boolean mayActAs(Role needed) {
        return this == HEAD || this == needed;
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
