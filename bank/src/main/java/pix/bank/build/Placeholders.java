package pix.bank.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Pattern;
import pix.Language;
import pix.bank.Variants;

/**
 * The placeholders of one template: finds {@code {name}}, {@code {name.part}} and {@code {name:format}} in its texts and
 * gives each a column, in the order of appearance; later writes the row of each variant.
 */
final class Placeholders {
    private static final Pattern INSIDE = Pattern.compile("([A-Za-z_]\\w*(?:\\.\\w+)*)(?::(raw|[0-9]))?");

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> known;

    private record Column(char character, String placeholder, List<String> path, String format) {
        static Column of(int position, String placeholder) {
            int colon = placeholder.indexOf(':');
            var path = List.of((colon < 0 ? placeholder : placeholder.substring(0, colon)).split("\\."));
            char character = position < Variants.MAX_COLUMNS ? Variants.placeholder(position) : Variants.placeholder(0);
            return new Column(character, placeholder, path, colon < 0 ? "" : placeholder.substring(colon + 1));
        }
    }

    Placeholders(Set<String> known) {
        this.known = known;
    }

    /** The text with placeholders as the item holds them, doubled braces as single ones. */
    String read(String text, Source place) {
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) return text;
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                read.append(c);
                i++;
            } else if (c == '}') {
                place.error("a closing brace without an opening one: in a template a brace is written `}}`");
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                var inside = INSIDE.matcher(end < 0 ? "" : text.substring(i + 1, end));
                if (!inside.matches()) {
                    place.error("`" + text.substring(i, end < 0 ? Math.min(text.length(), i + 20) : end + 1)
                            + "` is no placeholder: in a template a brace is written `{{`");
                    if (end > 0) i = end;
                } else {
                    read.append(column(inside.group(), place));
                    i = end;
                }
            } else {
                read.append(c);
            }
        }
        return read.toString();
    }

    private char column(String placeholder, Source place) {
        var name = placeholder.split("[.:]", 2)[0];
        if (!known.contains(name)) place.error("`{" + placeholder + "}`: `" + name + "` is not drawn in `vary`");
        return columns.computeIfAbsent(placeholder, p -> Column.of(columns.size(), p)).character();
    }

    boolean areTooMany() {
        return columns.size() > Variants.MAX_COLUMNS;
    }

    /** The names that some text shows. */
    Set<String> names() {
        var names = new TreeSet<String>();
        for (var column : columns.values()) names.add(column.path().getFirst());
        return names;
    }

    /** One row; fails with the placeholder for which these values have nothing to show. */
    List<String> row(Map<String, Object> values, Language language) throws Expressions.Failure {
        var row = new ArrayList<String>(columns.size());
        for (var column : columns.values()) {
            var text = Values.at(column.path(), values).flatMap(value -> Values.written(value, column.format(), language));
            row.add(text.orElseThrow(() -> new Expressions.Failure("`{" + column.placeholder() + "}` has no text to show")));
        }
        return row;
    }
}
