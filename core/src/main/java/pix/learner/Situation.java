package pix.learner;

import java.util.Arrays;
import java.util.Optional;

/** The case a person chose: it decides who organises their certification and what it replaces. */
public enum Situation {
    TROISIEME("3e"),
    TERMINALE("terminale"),
    HIGH_SCHOOL_COURSE("high-school-course"),
    HIGHER_EDUCATION("higher-education"),
    PUBLIC_SERVICE("public-service"),
    OTHER("other");

    private final String code;

    Situation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Situation> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
