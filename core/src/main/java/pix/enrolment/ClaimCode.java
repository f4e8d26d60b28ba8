package pix.enrolment;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a student shows to claim their place in the roster: ten characters of Crockford's base 32 (50 bits), written for
 * people as {@code 7K2M9-QXA0B}. It is made from the student by a key and kept nowhere; only its hash is stored.
 */
public record ClaimCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int BITS = 5;

    public ClaimCode {
        if (!isWhole(text)) throw new IllegalArgumentException("not a claim code");
    }

    /** @param generation grows when the code is replaced */
    static ClaimCode of(RosterKeys keys, String organisationId, String studentId, int generation) {
        byte[] hash = keys.hash("claim-code", organisationId + " " + studentId + " " + generation);
        long bits = ByteBuffer.wrap(hash).getLong();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) text.append(ALPHABET.charAt((int) (bits >>> (BITS * i)) & 31));
        return new ClaimCode(text.toString());
    }

    /** A code as people type it: small letters, hyphens, spaces, O for 0, I and L for 1. */
    public static Optional<ClaimCode> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        return isWhole(text) ? Optional.of(new ClaimCode(text)) : Optional.empty();
    }

    /** For people: two groups of five. */
    public String grouped() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }

    /** The code opens a place: logs and messages of failures do not get it. */
    @Override
    public String toString() {
        return "ClaimCode[…]";
    }

    private static boolean isWhole(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
