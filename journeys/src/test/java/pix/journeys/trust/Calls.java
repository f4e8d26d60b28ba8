package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pix.embedded.Call;
import pix.embedded.Template;

/** The routes of the template, each with the request its event in {@code events/} describes. */
final class Calls {
    private static final List<Template.Function> FUNCTIONS =
            Template.ofBuild().functions().stream().filter(f -> !f.routes().isEmpty()).toList();

    private Calls() {}

    /** One route and how it is called. @param body of its event, empty where it has none */
    record Example(Template.Route route, String body, String query, Map<String, String> headers) {

        /** The path with these variables; whatever is not among them names nothing. */
        String path(Map<String, String> variables) {
            String path = route.path();
            for (Map.Entry<String, String> v : variables.entrySet()) path = path.replace("{" + v.getKey() + "}", encoded(v.getValue()));
            return path.replaceAll("\\{[^}]*}", "nothing") + query;
        }

        boolean reads() {
            return route.method().equals("GET");
        }
    }

    static List<Example> all() {
        return FUNCTIONS.stream().flatMap(f -> f.routes().stream().map(r -> example(f, r))).toList();
    }

    static String everyScope() {
        return FUNCTIONS.stream().flatMap(f -> f.routes().stream()).flatMap(r -> r.scopes().stream()).distinct()
                .collect(Collectors.joining(" "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Example example(Template.Function function, Template.Route route) {
        String name = function.name().replaceFirst("Function$", "").replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        JsonNode event = Call.of(name).event();
        String query = event.path("queryStringParameters").properties().stream()
                .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue().asText())).collect(Collectors.joining("&"));
        return new Example(route, event.path("body").asText(""), query.isEmpty() ? "" : "?" + query, Map.of("pix-device", World.DEVICE));
    }
}
