package pix.bank.build;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * The expressions of {@code calc} and {@code where}: Apache Commons JEXL, one expression each, without assignments,
 * loops, object creation or access to classes.
 */
final class Expressions {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`(?:[^`\\\\]|\\\\.)*`|\\.\\s*[A-Za-z_]\\w*|[A-Za-z_]\\w*(\\s*\\()?");

    private static final String PREFIX = "__";

    private static final JexlEngine ENGINE = engine();

    private Expressions() {}

    /** The expression could not be read or worked out; the message is for its author. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message, null, false, false);
        }
    }

    /** The values under the names that expressions know them by; inside of backticks those are the written ones. */
    private record Renamed(Map<String, Object> values) implements JexlContext {
        @Override
        public Object get(String name) {
            return values.get(original(name));
        }

        @Override
        public boolean has(String name) {
            return values.containsKey(original(name));
        }

        @Override
        public void set(String name, Object value) {
            throw new UnsupportedOperationException("expressions do not assign");
        }

        private static String original(String name) {
            return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        }
    }

    static final class Expression {
        private final JexlExpression compiled;
        private final Set<String> names;

        private Expression(JexlExpression compiled, Set<String> names) {
            this.compiled = compiled;
            this.names = names;
        }

        /** The names it reads. */
        Set<String> names() {
            return names;
        }

        /** Arrays come out as lists. */
        Object evaluate(Map<String, Object> values) throws Failure {
            try {
                var result = listed(compiled.evaluate(new Renamed(values)));
                if (result == null) throw new Failure("gives nothing: " + compiled.getSourceText().replace(PREFIX, ""));
                return result;
            } catch (JexlException e) {
                throw new Failure(reason(e));
            } catch (RuntimeException | StackOverflowError e) {
                throw new Failure("cannot be worked out: " + compiled.getSourceText().replace(PREFIX, "") + " (" + e.getMessage() + ")");
            }
        }
    }

    /**
     * Names are renamed on the way in unless called like a function, so that words of JEXL (size, new, ne) can be names
     * too.
     */
    static Expression compile(String text, Set<String> given) throws Failure {
        try {
            var compiled = ENGINE.createExpression(new JexlInfo("expression", 1, 1), rename(text, given));
            var names = new TreeSet<String>();
            var words = TOKEN.matcher(text);
            while (words.find()) {
                var word = words.group();
                if (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_') names.add(word.replaceAll("\\s*\\($", ""));
                if (word.charAt(0) == '`') names.addAll(List.of(word.split("\\W+")));
            }
            return new Expression(compiled, names);
        } catch (JexlException e) {
            throw new Failure(reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            throw new Failure("is not an expression: " + text);
        }
    }

    private static String reason(JexlException e) {
        var detail = e.getMessage().lines().findFirst().orElse("").replaceFirst("^expression@\\d+:", "at character ").replace(PREFIX, "");
        var cause = e.getCause() instanceof ArithmeticException || e.getCause() instanceof IndexOutOfBoundsException;
        return cause ? detail + " (" + e.getCause().getMessage() + ")" : detail;
    }

    private static String rename(String text, Set<String> names) {
        return TOKEN.matcher(text).replaceAll(match -> {
            var word = match.group();
            return Matcher.quoteReplacement(names.contains(word) ? renamed(word) : word);
        });
    }

    private static String renamed(String word) {
        return PREFIX + word;
    }

    private static Object listed(Object value) {
        if (value instanceof Character c) return c.toString();
        if (value != null && value.getClass().isArray()) {
            var list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) list.add(listed(Array.get(value, i)));
            return list;
        }
        if (value instanceof Collection<?> collection) {
            var list = new ArrayList<>();
            collection.forEach(element -> list.add(listed(element)));
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            var record = new HashMap<String, Object>();
            map.forEach((key, element) -> record.put(String.valueOf(key), listed(element)));
            return record;
        }
        return value;
    }

    private static JexlEngine engine() {
        var namespaces = new HashMap<String, Object>();
        namespaces.put(null, new Functions());
        var features = new JexlFeatures()
                .script(false).loops(false).lambda(false).newInstance(false).sideEffect(false).sideEffectGlobal(false)
                .pragma(false).annotation(false);
        return new JexlBuilder()
                .namespaces(namespaces)
                .features(features)
                .permissions(new JexlPermissions.ClassPermissions(Functions.class))
                .strict(true).silent(false).safe(false)
                .cache(0)
                .debug(false)
                .create();
    }

    /** What expressions may call besides the methods of strings and lists. Public for JEXL only. */
    public static final class Functions {
        public Number round(Number x) {
            return exact(x).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }

        /** Halves away from zero, on the decimal number that is meant (1.005 is not 1.00499…). */
        public Number round(Number x, int digits) {
            if (digits == 0) return round(x);
            return exact(x).setScale(digits, RoundingMode.HALF_UP).doubleValue();
        }

        public Number floor(Number x) {
            return exact(x).setScale(0, RoundingMode.FLOOR).longValueExact();
        }

        public Number ceil(Number x) {
            return exact(x).setScale(0, RoundingMode.CEILING).longValueExact();
        }

        public Number abs(Number x) {
            if (x instanceof Double || x instanceof Float) return Math.abs(x.doubleValue());
            return Math.abs(x.longValue());
        }

        public Object min(Object... values) {
            return numbers(values).stream().min(Functions::compare).orElseThrow();
        }

        public Object max(Object... values) {
            return numbers(values).stream().max(Functions::compare).orElseThrow();
        }

        public String upper(Object x) {
            return String.valueOf(x).toUpperCase(Locale.ROOT);
        }

        public String lower(Object x) {
            return String.valueOf(x).toLowerCase(Locale.ROOT);
        }

        public String join(Object list, String between) {
            var texts = new ArrayList<String>();
            for (var element : (List<?>) listed(list)) texts.add(Values.plain(element));
            return String.join(between, texts);
        }

        public String pad(Object n, int width) {
            var text = Values.plain(n);
            return "0".repeat(Math.max(0, width - text.length())) + text;
        }

        public String bits(Number n) {
            return Long.toBinaryString(n.longValue());
        }

        public String hex(Number n) {
            return Long.toHexString(n.longValue()).toUpperCase(Locale.ROOT);
        }

        private static BigDecimal exact(Number x) {
            return new BigDecimal(Values.plain(x));
        }

        private static List<Number> numbers(Object... values) {
            var numbers = new ArrayList<Number>();
            for (var value : values) {
                if (listed(value) instanceof List<?> list) numbers.addAll(numbers(list.toArray()));
                else numbers.add((Number) value);
            }
            return numbers;
        }

        private static int compare(Number a, Number b) {
            return exact(a).compareTo(exact(b));
        }
    }
}
