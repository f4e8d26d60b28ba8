package pix.assessment;

import java.util.Arrays;
import java.util.Optional;

/** What an assessment is for. */
public enum AssessmentKind {
    /** A full profile of the sixteen competences. */
    PLACEMENT("placement"),
    /** Practice in one competence. */
    COMPETENCE("competence"),
    /** The supervised test that leads to a certificate. */
    CERTIFICATION("certification");

    private final String code;

    AssessmentKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether answers are explained at once and count for the person's own profile. */
    public boolean practice() {
        return this != CERTIFICATION;
    }

    public static Optional<AssessmentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
