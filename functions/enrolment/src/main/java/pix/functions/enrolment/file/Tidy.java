package pix.functions.enrolment.file;

import java.text.Normalizer;
import java.util.Locale;

/** Writing habits that mean nothing, taken away. Capitals are left as the school has them. */
final class Tidy {
    private Tidy() {}

    /** One kind of space, apostrophe and hyphen; letters and their accents joined (NFC); nothing invisible to the eye. */
    static String text(String raw) {
        String plain = raw;
        if (!isAscii(raw)) {
            StringBuilder text = new StringBuilder(raw.length());
            raw.codePoints().map(Tidy::usual).filter(c -> c >= 0).forEach(text::appendCodePoint);
            plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        plain = plain.strip();
        return plain.contains("  ") ? plain.replaceAll(" {2,}", " ") : plain;
    }

    /** Letters and digits alone, small and without accents: what two spellings of a header or of a name have in common. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) return false;
        }
        return true;
    }

    private static int usual(int c) {
        return switch (c) {
            case '’', '‘', 'ʼ', '`', '´', '′' -> '\'';
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> -1;
            default -> Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029' ? ' ' : c;
        };
    }
}
