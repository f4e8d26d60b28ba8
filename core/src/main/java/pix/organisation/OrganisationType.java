package pix.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What an organisation is. */
public enum OrganisationType {
    COLLEGE("college"),
    LYCEE("lycee"),
    HIGHER_EDUCATION("higher-education"),
    PUBLIC_SERVICE("public-service"),
    /** Certifies people who come from elsewhere. */
    CENTRE("centre");

    private final String code;

    OrganisationType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it is a school, which has a {@link Uai}. */
    public boolean isSchool() {
        return this == COLLEGE || this == LYCEE;
    }

    public static Optional<OrganisationType> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }
}
