package pix.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pix.embedded.Template;

/** The routes of the template and the handlers behind them, each made when it is first called. Thread-safe. */
final class Routes {

    /** A route that fits a request. {@code variables} are the variable parts of its path. */
    record Match(Template.Function function, Template.Route route, Map<String, String> variables) {}

    private record Entry(Template.Function function, Template.Route route, String[] segments) {
        /** Literal segments come before variable ones, as in API Gateway. */
        private static final Comparator<Entry> MOST_LITERAL_FIRST =
                Comparator.comparingLong((Entry e) -> java.util.Arrays.stream(e.segments).filter(Routes::variable).count());
    }

    private final List<Entry> entries;
    private final Map<String, RequestStreamHandler> handlers = new ConcurrentHashMap<>();

    Routes(Template template) {
        this.entries = template.functions().stream()
                .flatMap(f -> f.routes().stream().map(r -> new Entry(f, r, r.path().split("/", -1))))
                .sorted(Entry.MOST_LITERAL_FIRST)
                .toList();
    }

    Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        return entries.stream()
                .filter(e -> e.route().method().equals(method))
                .flatMap(e -> fit(e.segments(), segments).map(v -> new Match(e.function(), e.route(), v)).stream())
                .findFirst();
    }

    /** The methods with which a path may be called. */
    Set<String> methods(String path) {
        String[] segments = path.split("/", -1);
        Set<String> methods = new TreeSet<>();
        entries.stream()
                .filter(e -> fit(e.segments(), segments).isPresent())
                .forEach(e -> methods.add(e.route().method()));
        return methods;
    }

    RequestStreamHandler handler(Template.Function function) {
        return handlers.computeIfAbsent(function.handler(), Routes::make);
    }

    private static RequestStreamHandler make(String className) {
        try {
            return (RequestStreamHandler) Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the template names a handler that cannot be made: " + className, e);
        }
    }

    private static Optional<Map<String, String>> fit(String[] pattern, String[] segments) {
        if (pattern.length != segments.length) return Optional.empty();
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (variable(pattern[i]) && !segments[i].isEmpty()) {
                variables.put(pattern[i].substring(1, pattern[i].length() - 1), segments[i]);
            } else if (!pattern[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static boolean variable(String segment) {
        return segment.startsWith("{");
    }
}
