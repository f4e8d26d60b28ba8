package pix.organisation;

import java.util.regex.Pattern;

/**
 * The code of a French school (unité administrative immatriculée): seven digits, of which the first three are the
 * département, and a check letter, which is the number modulo 23 among the letters without I, O and Q.
 */
public record Uai(String code) {
    private static final Pattern FORM = Pattern.compile("\\d{7}[A-Z]");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** @throws IllegalArgumentException where {@link #isValid} says no */
    public Uai {
        if (!isValid(code)) throw new IllegalArgumentException("not a UAI: " + code);
    }

    public static boolean isValid(String code) {
        return FORM.matcher(code).matches()
                && code.charAt(7) == LETTERS.charAt(Integer.parseInt(code.substring(0, 7)) % LETTERS.length());
    }
}
