package pix.bank.build;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.Language;

/** How values of a template are written into its texts. */
final class Values {
    private static final Set<String> BOTH_LANGUAGES = Set.of("fr", "en");
    private static final int DECIMALS = 10;

    private Values() {}

    /** Where {@code photos.0.name} leads among the drawn values. */
    static Optional<Object> at(List<String> path, Map<String, Object> values) {
        Object value = values.get(path.getFirst());
        for (var step : path.subList(1, path.size())) {
            value = switch (value) {
                case Map<?, ?> record -> record.get(step);
                case List<?> list when position(step) < list.size() -> list.get(position(step));
                case null, default -> null;
            };
        }
        return Optional.ofNullable(value);
    }

    /** Of a list; too large for any where the step is no number. */
    private static int position(String step) {
        boolean number = step.length() <= 4 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(step) : Integer.MAX_VALUE;
    }

    /** Empty where the value is none that can be shown. {@code format} is "", "raw" or a number of decimals. */
    static Optional<String> written(Object value, String format, Language language) {
        return switch (value) {
            case Map<?, ?> record when record.keySet().equals(BOTH_LANGUAGES) ->
                Optional.ofNullable(record.get(language.tag())).flatMap(text -> written(text, format, language));
            case String text when format.isEmpty() || format.equals("raw") -> Optional.of(text);
            case Boolean truth when format.isEmpty() || format.equals("raw") -> Optional.of(truth.toString());
            case Number number -> number(number, format).map(text ->
                    language == Language.FR && !format.equals("raw") ? text.replace('.', ',') : text);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> number(Number number, String format) {
        if (number instanceof Double d && !Double.isFinite(d)) return Optional.empty();
        var text = plain(number);
        if (format.isEmpty() || format.equals("raw")) return Optional.of(text);
        return Optional.of(new BigDecimal(text)
                .setScale(Integer.parseInt(format), RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** With a decimal point, without the noise of binary fractions: 0.30000000000000004 is 0.3. */
    static String plain(Object value) {
        return switch (value) {
            case Double d when Double.isFinite(d) -> plain(BigDecimal.valueOf(d));
            case Float f when Float.isFinite(f) -> plain(new BigDecimal(f.toString()));
            case BigInteger i -> i.toString();
            case BigDecimal b -> {
                var rounded = b.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
                yield rounded.signum() == 0 ? "0" : rounded.toPlainString();
            }
            default -> String.valueOf(value);
        };
    }
}
