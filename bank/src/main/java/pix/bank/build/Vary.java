package pix.bank.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The {@code vary} and {@code where} of a template. Draws candidates from the author's id, so that the same source
 * always gives the same variants.
 */
final class Vary {
    private static final int FRUITLESS = 5_000;
    private static final int DRAWS_PER_CANDIDATE = 100;

    private sealed interface Generator {}

    private record Whole(int from, int to, int step) implements Generator {}

    private record Pick(List<?> values) implements Generator {}

    private record Sample(int count, List<?> values) implements Generator {}

    private record Calc(Expressions.Expression expression) implements Generator {}

    private record Line(String name, Generator generator, Source place) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Expressions.Expression where;
    private Source wherePlace;

    /** Problems are told at their place; lines that cannot be read are left out. */
    static Vary read(Source vary, Source where) {
        var read = new Vary();
        if (!vary.isMapping() || vary.mapping().isEmpty()) {
            vary.error("`vary` is a list of `name: {int|pick|sample|calc: …}`");
            return read;
        }
        vary.mapping().forEach((name, definition) -> {
            if (!name.matches("[A-Za-z_]\\w{0,39}")) definition.error("`" + name + "` cannot be a name: letters, digits and _");
            read.names.add(name);
            var generator = generator(definition, read.names);
            if (generator != null) read.lines.add(new Line(name, generator, definition));
        });
        if (where != null) {
            read.where = expression(where, read.names);
            read.wherePlace = where;
        }
        return read;
    }

    private static Generator generator(Source definition, Set<String> names) {
        var entries = definition.mapping();
        if (entries.size() != 1) {
            definition.error("write one of {int: …}, {pick: …}, {sample: …}, {calc: …}");
            return null;
        }
        var way = entries.keySet().iterator().next();
        var given = entries.get(way);
        return switch (way) {
            case "int" -> whole(given);
            case "pick" -> pick(given);
            case "sample" -> sample(given);
            case "calc" -> {
                var expression = expression(given, names);
                yield expression == null ? null : new Calc(expression);
            }
            default -> {
                definition.error("`" + way + "` is none of int, pick, sample, calc");
                yield null;
            }
        };
    }

    private static Generator whole(Source given) {
        var bounds = new ArrayList<Integer>();
        for (var bound : given.list()) if (bound.value() instanceof Integer n) bounds.add(n);
        boolean sound = bounds.size() == given.list().size() && (bounds.size() == 2 || bounds.size() == 3);
        if (!sound || bounds.get(0) > bounds.get(1) || bounds.size() == 3 && bounds.get(2) < 1) {
            given.error("`int` is [from, to] or [from, to, step] in whole numbers");
            return null;
        }
        return new Whole(bounds.get(0), bounds.get(1), bounds.size() == 3 ? bounds.get(2) : 1);
    }

    private static Generator pick(Source given) {
        if (given.list().isEmpty()) {
            given.error("`pick` is a list of values");
            return null;
        }
        return new Pick((List<?>) given.value());
    }

    private static Generator sample(Source given) {
        var parts = given.list();
        if (parts.size() == 2 && parts.get(0).value() instanceof Integer count && parts.get(1).isList()) {
            var values = (List<?>) parts.get(1).value();
            if (count >= 1 && count <= values.size()) return new Sample(count, values);
        }
        given.error("`sample` is [how many, [values]] with at least as many values");
        return null;
    }

    private static Expressions.Expression expression(Source given, Set<String> names) {
        if (!given.isScalar() || given.scalar().isBlank()) {
            given.error("an expression is one line of text");
            return null;
        }
        try {
            return Expressions.compile(given.scalar(), names);
        } catch (Expressions.Failure e) {
            given.error("the expression " + e.getMessage());
            return null;
        }
    }

    Set<String> names() {
        return names;
    }

    /** Tells of the names that nothing uses: neither a text nor a later line. */
    void warnOfUnused(Set<String> shown) {
        var used = new HashSet<>(shown);
        if (where != null) used.addAll(where.names());
        for (var line : lines) if (line.generator() instanceof Calc calc) used.addAll(calc.expression().names());
        for (var line : lines) {
            if (!used.contains(line.name())) line.place().warn("`" + line.name() + "` is drawn but nothing uses it");
        }
    }

    /** Up to {@code count} sets of values; fewer, with the problem told, where the template does not give them. */
    List<Map<String, Object>> draw(int count, String name) {
        var random = new SplittableRandom(pix.bank.PublicId.keyOf(name));
        var candidates = new ArrayList<Map<String, Object>>();
        for (int draws = 0; candidates.size() < count; draws++) {
            if (candidates.isEmpty() && draws == FRUITLESS) {
                wherePlace.error("`where` was false in all of " + FRUITLESS + " draws");
                return candidates;
            }
            if (draws == count * DRAWS_PER_CANDIDATE) {
                wherePlace.warn("`where` is true only once in " + draws / candidates.size() + " draws: narrow `vary` instead");
                return candidates;
            }
            var values = values(random);
            if (values == null) return candidates;
            try {
                if (where == null || truth(where.evaluate(values))) candidates.add(values);
            } catch (Expressions.Failure e) {
                wherePlace.error("`where`: " + e.getMessage() + told(values));
                return candidates;
            }
        }
        return candidates;
    }

    private static boolean truth(Object value) throws Expressions.Failure {
        if (value instanceof Boolean truth) return truth;
        throw new Expressions.Failure("is neither true nor false");
    }

    private Map<String, Object> values(SplittableRandom random) {
        var values = new LinkedHashMap<String, Object>();
        for (var line : lines) {
            try {
                values.put(line.name(), value(line.generator(), random, values));
            } catch (Expressions.Failure e) {
                line.place().error("`" + line.name() + "`: " + e.getMessage() + told(values));
                return null;
            }
        }
        return values;
    }

    private static Object value(Generator generator, SplittableRandom random, Map<String, Object> values)
            throws Expressions.Failure {
        return switch (generator) {
            case Whole whole -> whole.from() + whole.step() * random.nextInt((whole.to() - whole.from()) / whole.step() + 1);
            case Pick pick -> pick.values().get(random.nextInt(pick.values().size()));
            case Sample sample -> {
                var rest = new ArrayList<Object>(sample.values());
                var drawn = new ArrayList<>();
                for (int i = 0; i < sample.count(); i++) drawn.add(rest.remove(random.nextInt(rest.size())));
                yield drawn;
            }
            case Calc calc -> calc.expression().evaluate(values);
        };
    }

    private static String told(Map<String, Object> values) {
        return values.isEmpty() ? "" : " (where " + describe(values) + ")";
    }

    /** Values for a message: short enough to read. */
    static String describe(Map<String, Object> values) {
        var text = new StringBuilder();
        for (var value : values.entrySet()) {
            if (!text.isEmpty()) text.append(", ");
            var shown = Values.plain(value.getValue());
            text.append(value.getKey()).append(" = ").append(shown.length() > 40 ? shown.substring(0, 40) + "…" : shown);
            if (text.length() > 160) return text.append(", …").toString();
        }
        return text.toString();
    }
}
