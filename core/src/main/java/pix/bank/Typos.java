package pix.bank;

import java.util.Arrays;

/**
 * How many slips lie between two words: letters left out, added, replaced, or two neighbours exchanged, each counting
 * 1 (Damerau-Levenshtein distance in its optimal string alignment form). A digit is never a slip: where the digits
 * differ in any way, the words do.
 */
public final class Typos {
    private Typos() {}

    /** None under 4 characters, 1 for 4 to 7, 2 from 8. */
    static int forgiven(String word) {
        int length = word.codePointCount(0, word.length());
        return length < 4 ? 0 : length < 8 ? 1 : 2;
    }

    /** Whether at most {@code limit} slips lie between two words. */
    public static boolean within(int limit, String expected, String given) {
        if (expected.equals(given)) return true;
        if (limit == 0 || !digits(expected).equals(digits(given))) return false;
        int[] a = expected.codePoints().toArray();
        int[] b = given.codePoints().toArray();
        return Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit;
    }

    private static int distance(int[] a, int[] b) {
        int[] beforeLast = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length];
    }

    /** The runs of digits: "12b3" and "1 2b3" differ. */
    private static String digits(String text) {
        return text.replaceAll("\\D+", " ").strip();
    }
}
