package pix.enrolment;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A French national student id (identifiant national étudiant): eleven characters in one of three forms. There is no
 * public rule for its check letters, so its form is all that is judged. Sensitive: it is never written in a log, an
 * address or a message, which is why its text is hidden.
 */
public record Ine(String number) {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("[0-9]{9}[A-Z]{2}"),
            Pattern.compile("[0-9_]{10}[A-Z]"),
            Pattern.compile("[0-9]{4}A[0-9]{5}[A-Z]"));

    /** @throws IllegalArgumentException where {@link #isValid} says no */
    public Ine {
        if (!isValid(number)) throw new IllegalArgumentException("not an INE");
    }

    public static boolean isValid(String number) {
        return FORMS.stream().anyMatch(form -> form.matcher(number).matches());
    }

    /** What finds the id again, and tells it to nobody. */
    public String hash(RosterKeys keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.hash("ine", number));
    }

    @Override
    public String toString() {
        return "Ine[hidden]";
    }
}
