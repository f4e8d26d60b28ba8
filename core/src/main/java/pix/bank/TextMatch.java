package pix.bank;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/** How strictly a typed text is compared with an accepted one. */
public enum TextMatch {
    /** Case, accents, spacing, typography and a typo forgiven; see {@link Folding} and {@link Typos}. */
    WORDS("words") {
        @Override
        public boolean accepts(String accepted, String given) {
            var expected = Folding.words(accepted);
            return Typos.within(Typos.forgiven(expected), expected, Folding.words(given));
        }
    },
    /** Spacing, case and the sort of quotes forgiven, no typo: formulas, operators, commands. */
    CODE("code") {
        @Override
        public boolean accepts(String accepted, String given) {
            return Folding.code(accepted).equals(Folding.code(given));
        }
    },
    /** Nothing forgiven but spaces before and after. */
    EXACT("exact") {
        @Override
        public boolean accepts(String accepted, String given) {
            return plain(accepted).equals(plain(given));
        }

        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u00a0', ' ').strip();
        }
    };

    private final String tag;

    TextMatch(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public abstract boolean accepts(String accepted, String given);

    public static Optional<TextMatch> ofTag(String tag) {
        return Arrays.stream(values()).filter(m -> m.tag.equals(tag)).findFirst();
    }
}
