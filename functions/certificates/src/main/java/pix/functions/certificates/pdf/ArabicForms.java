package pix.functions.certificates.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins Arabic letters: each is replaced by its presentation form (Unicode, Arabic Presentation Forms-A and -B), as the
 * letters beside it demand. Enough for names; the tables come from Unicode itself, where every form decomposes to its
 * letter and forms follow one another as isolated, final, initial, medial.
 */
final class ArabicForms {
    private static final char TATWEEL = '\u0640';
    private static final char LAM = '\u0644';
    private static final int BOTH_SIDES = 4;
    private static final Map<String, List<Character>> FORMS = forms();

    private ArabicForms() {}

    static String join(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder joined = new StringBuilder();
        boolean joinsOn = false;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (isMark(letter)) {
                joined.append(letter);
                continue;
            }
            String unit = String.valueOf(letter);
            if (letter == LAM && i + 1 < letters.length() && FORMS.containsKey(letters.substring(i, i + 2))) {
                unit = letters.substring(i, i + 2);
                i++;
            }
            List<Character> forms = FORMS.get(unit);
            boolean before = joinsOn && forms != null && forms.size() > 1;
            boolean both = forms != null && forms.size() == BOTH_SIDES;
            boolean after = both && joinsBack(letters, i + 1);
            if (forms == null) joined.append(unit);
            else joined.append(forms.get((before ? 1 : 0) + (after ? 2 : 0)));
            joinsOn = both || letter == TATWEEL;
        }
        return joined.toString();
    }

    /** Whether the next letter reaches back to the one before it. */
    private static boolean joinsBack(String letters, int next) {
        int i = next;
        while (i < letters.length() && isMark(letters.charAt(i))) i++;
        if (i == letters.length()) return false;
        List<Character> forms = FORMS.get(String.valueOf(letters.charAt(i)));
        return letters.charAt(i) == TATWEEL || forms != null && forms.size() > 1;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Map<String, List<Character>> forms() {
        Map<String, List<Character>> forms = new HashMap<>();
        collect(forms, '\uFE80', '\uFEFC');
        Map<String, List<Character>> otherLanguages = new HashMap<>();
        collect(otherLanguages, '\uFB50', '\uFBB1');
        collect(otherLanguages, '\uFBFC', '\uFBFF');
        otherLanguages.forEach(forms::putIfAbsent);
        return forms;
    }

    private static void collect(Map<String, List<Character>> forms, char first, char last) {
        for (char c = first; c <= last; c++) {
            String letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            forms.computeIfAbsent(letter, l -> new ArrayList<>()).add(c);
        }
    }
}
