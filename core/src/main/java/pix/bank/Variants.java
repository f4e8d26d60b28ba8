package pix.bank;

import java.util.List;
import java.util.function.UnaryOperator;
import pix.Language;

/**
 * The values of a template's placeholders: one row a variant, one column a placeholder, per language. In the texts of a
 * {@link Wording} the placeholder of column n is the private-use character U+E000 + n. The lists are not copied, so that
 * a bank can be loaded without reading every row.
 */
public record Variants(List<List<String>> fr, List<List<String>> en) {
    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    public static final int MAX_COLUMNS = LAST - FIRST + 1;

    /** Of an item that is not a template: one variant without placeholders. */
    public static final Variants NONE = new Variants(List.of(List.of()), List.of(List.of()));

    public Variants {
        if (fr.size() != en.size() || fr.isEmpty()) throw new IllegalArgumentException("every variant in both languages");
    }

    public int count() {
        return fr.size();
    }

    public static char placeholder(int column) {
        return (char) (FIRST + column);
    }

    public static boolean isPlaceholder(int character) {
        return character >= FIRST && character <= LAST;
    }

    /** Puts the values of a variant into texts. */
    public UnaryOperator<String> filler(int variant, Language language) {
        var values = (language == Language.FR ? fr : en).get(variant);
        return values.isEmpty() ? UnaryOperator.identity() : text -> fill(text, values);
    }

    private static String fill(String text, List<String> values) {
        StringBuilder filled = null;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlaceholder(c)) continue;
            if (filled == null) filled = new StringBuilder(text.length() + 64);
            filled.append(text, done, i).append(values.get(c - FIRST));
            done = i + 1;
        }
        return filled == null ? text : filled.append(text, done, text.length()).toString();
    }
}
