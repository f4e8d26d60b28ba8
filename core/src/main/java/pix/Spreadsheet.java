package pix;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a file that a spreadsheet opens: semicolons, every cell quoted; what a spreadsheet would run as a formula is
 * disarmed by an apostrophe; a sign alone is no formula. The file begins with {@link #BYTE_ORDER_MARK}, or accents are guessed wrong.
 */
public final class Spreadsheet {
    public static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Spreadsheet() {}

    public static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + disarmed(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String disarmed(String text) {
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
