package pix.certificate;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a certificate is found by: twelve random characters of Crockford's base 32 (60 bits) and one that checks them.
 * Kept as thirteen capitals; written for people as {@code 7K2M-9QXA-0BTD-5}.
 *
 * <p>The last character is Σ αⁱ·dᵢ over GF(32), a Reed-Solomon symbol: every character mistyped and every two exchanged
 * are found out, and unlike Crockford's own check character it stays within the alphabet.
 */
public record CertificateCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DRAWN = 12;
    private static final int GROUP = 4;
    /** x⁵ + x² + 1, which is primitive: x generates GF(32). */
    private static final int POLYNOMIAL = 0b100101;

    public CertificateCode {
        if (!isWhole(text)) throw new IllegalArgumentException("not a certificate code");
    }

    /** @param random a source nobody can predict */
    public static CertificateCode draw(RandomGenerator random) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new CertificateCode(drawn.append(check(drawn)).toString());
    }

    /** A code as people type it: small letters, hyphens, spaces, O for 0, I and L for 1. */
    public static Optional<CertificateCode> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        return isWhole(text) ? Optional.of(new CertificateCode(text)) : Optional.empty();
    }

    /** For people: groups of four and the check character. */
    public String grouped() {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && i % GROUP == 0) grouped.append('-');
            grouped.append(text.charAt(i));
        }
        return grouped.toString();
    }

    /** The code itself opens a certificate: logs and messages of failures do not get it. */
    @Override
    public String toString() {
        return "CertificateCode[…]";
    }

    private static boolean isWhole(String text) {
        return text.length() == DRAWN + 1
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && text.charAt(DRAWN) == check(text.substring(0, DRAWN));
    }

    private static char check(CharSequence drawn) {
        int sum = 0;
        for (int i = 0; i < DRAWN; i++) sum = timesAlpha(sum) ^ ALPHABET.indexOf(drawn.charAt(i));
        return ALPHABET.charAt(timesAlpha(sum));
    }

    private static int timesAlpha(int element) {
        int product = element << 1;
        return (product & 0b100000) == 0 ? product : product ^ POLYNOMIAL;
    }
}
