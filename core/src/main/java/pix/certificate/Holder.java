package pix.certificate;

import java.time.LocalDate;
import java.util.Optional;

/** Whom a certificate is about, as it stands on it. */
public record Holder(String familyName, String givenNames, LocalDate birthDate, Optional<String> birthPlace) {

    /** Given names first. */
    public String fullName() {
        return givenNames + " " + familyName;
    }
}
