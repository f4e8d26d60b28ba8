package pix.bank;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes equal what people would not call different: case, accents, spacing, and the quotes, apostrophes, hyphens and
 * ligatures that keyboards and word processors exchange without being asked.
 */
public final class Folding {
    private Folding() {}

    /** For words: everything above is folded. */
    public static String words(String text) {
        var typed = text.replace('´', '\''); // decomposed, it would be a space and an accent
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case 'ø' -> folded.append('o');
                default -> {
                    if (!isMark(c)) folded.append(isApostrophe(c) ? '\'' : isQuote(c) ? '"' : isHyphen(c) ? '-' : c);
                }
            }
        }
        return spacing(folded);
    }

    /** For code: accents count, any quote stands for any other. */
    public static String code(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '—') folded.append("--"); // what phones make of two hyphens
            else if (c == '…') folded.append("...");
            else folded.append(isApostrophe(c) || isQuote(c) ? '"' : isHyphen(c) ? '-' : c);
        }
        return spacing(folded);
    }

    /** One space between words, none elsewhere: around a sign it tells nothing. */
    private static String spacing(CharSequence text) {
        var folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else if (!isInvisible(c)) {
                boolean betweenWords = !folded.isEmpty()
                        && isWordCharacter(folded.charAt(folded.length() - 1))
                        && isWordCharacter(c);
                if (space && betweenWords) folded.append(' ');
                space = false;
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Zero-width characters, soft hyphens, variation selectors: what comes along when one pastes. */
    static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return "'’‘‛′`´ʼ＇".indexOf(c) >= 0;
    }

    private static boolean isQuote(char c) {
        return "\"“”„‟«»″＂".indexOf(c) >= 0;
    }

    static boolean isHyphen(char c) {
        return "-‐‑‒–—−﹣－".indexOf(c) >= 0;
    }
}
