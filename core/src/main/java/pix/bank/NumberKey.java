package pix.bank;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import pix.Language;

/**
 * What number is right. Forgiven are: either decimal mark, spaces of any width between groups of three digits, commas
 * between them as in English ("1,234" is read both ways), a leading + or any minus sign, zeros without value, a full
 * stop at the end, and a unit of the list before or after, in any case (only b and B stay apart: bits are not bytes). A
 * unit that is not listed, a word or a second number makes the answer wrong.
 *
 * @param accepted numbers as text, with either decimal mark; several where more than one is right
 * @param tolerance how far off is still right, ends included; "0" where nothing is
 * @param units may be typed or left out; the first is the one shown in the solution
 */
public record NumberKey(List<String> accepted, String tolerance, List<String> units) {
    private static final Pattern SPACES = Pattern.compile("  +");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)");
    private static final Pattern SPACED = Pattern.compile("[+-]?\\d{1,3}( \\d{3})+([.,]\\d*)?");
    private static final Pattern ENGLISH_GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    public NumberKey {
        accepted = List.copyOf(accepted);
        units = List.copyOf(units);
        if (accepted.isEmpty()) throw new IllegalArgumentException("some number is right");
    }

    NumberKey map(UnaryOperator<String> change) {
        return new NumberKey(
                accepted.stream().map(change).toList(),
                change.apply(tolerance),
                units.stream().map(change).toList());
    }

    public boolean accepts(String given) {
        var margin = value(tolerance);
        return withoutUnit(plain(given)).stream()
                .flatMap(rest -> readings(rest).stream())
                .anyMatch(read -> accepted.stream()
                        .anyMatch(a -> read.subtract(value(a)).abs().compareTo(margin) <= 0));
    }

    /** The first accepted number and unit, as written in that language. */
    public String written(Language language) {
        var number = value(accepted.getFirst()).toPlainString();
        var localised = language == Language.FR ? number.replace('.', ',') : number;
        return units.isEmpty() ? localised : localised + "\u00a0" + units.getFirst();
    }

    /** A number of the key, with either decimal mark. */
    public static BigDecimal value(String number) {
        return new BigDecimal(plain(number).replace(',', '.').replace(" ", ""));
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
            if (Folding.isInvisible(c)) continue;
            plain.append(Folding.isSpace(c) ? ' ' : Folding.isHyphen(c) ? '-' : c);
        }
        var number = SPACES.matcher(plain.toString().strip()).replaceAll(" ");
        return number.startsWith("+ ") || number.startsWith("- ") ? number.charAt(0) + number.substring(2) : number;
    }

    /** What may be the number: all of it, or what is left without one of the units. */
    private List<String> withoutUnit(String given) {
        var rests = new ArrayList<String>();
        rests.add(given);
        for (var unit : units) {
            var name = plain(unit);
            int rest = given.length() - name.length();
            if (name.isEmpty() || rest <= 0) continue;
            if (sameUnit(name, given.substring(rest))) rests.add(given.substring(0, rest).strip());
            if (sameUnit(name, given.substring(0, name.length()))) rests.add(given.substring(name.length()).strip());
        }
        return rests;
    }

    private static boolean sameUnit(String unit, String given) {
        if (unit.equals(given)) return true;
        if (!Folding.words(unit).equals(Folding.words(given))) return false;
        boolean careless = given.equals(given.toLowerCase(Locale.ROOT));
        return careless || unit.indexOf('B') == given.indexOf('B');
    }

    private static List<BigDecimal> readings(String text) {
        var number = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        var readings = new ArrayList<BigDecimal>();
        if (NUMBER.matcher(number).matches() || SPACED.matcher(number).matches()) readings.add(value(number));
        if (ENGLISH_GROUPS.matcher(number).matches()) readings.add(new BigDecimal(number.replace(",", "")));
        return readings;
    }
}
