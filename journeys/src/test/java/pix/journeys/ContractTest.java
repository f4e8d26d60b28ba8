package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import pix.embedded.Call;
import pix.embedded.Template;

/** Template, handlers, events and openapi.yaml say the same. */
class ContractTest {
    private static final Path ROOT = Path.of("..");
    private static final Template TEMPLATE = Template.ofBuild();

    @Test
    void every_function_has_a_handler_and_an_event_of_its_name() {
        for (Template.Function function : TEMPLATE.functions()) {
            String name = function.name().replaceFirst("Function$", "");
            String[] handler = function.handler().split("\\.");

            assertEquals(name + "Handler", handler[handler.length - 1]);
            assertNotNull(loaded(function.handler()), function.handler());
            assertTrue(Files.exists(ROOT.resolve("events").resolve(kebab(name) + ".json")), "events/" + kebab(name) + ".json");
        }
    }

    @Test
    void every_event_is_one_that_the_route_of_its_function_would_get() {
        for (Template.Function function : TEMPLATE.functions()) {
            if (function.routes().isEmpty()) continue;
            var event = Call.of(kebab(function.name().replaceFirst("Function$", ""))).event();

            Template.Route route = function.routes().getFirst();
            assertEquals(route.key(), event.path("routeKey").asText());
            assertEquals(route.open(), event.path("requestContext").path("authorizer").isMissingNode(), function.name());
        }
    }

    @Test
    void every_event_belongs_to_a_function() throws IOException {
        Set<String> functions = TEMPLATE.functions().stream()
                .map(f -> kebab(f.name().replaceFirst("Function$", "")) + ".json").collect(Collectors.toSet());
        try (Stream<Path> events = Files.list(ROOT.resolve("events"))) {
            assertEquals(functions, events.map(e -> e.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void template_and_openapi_name_the_same_operations() throws IOException {
        Map<String, String> routes = new TreeMap<>();
        for (Template.Function function : TEMPLATE.functions()) {
            for (Template.Route route : function.routes()) routes.put(route.key(), function.name().replaceFirst("Function$", ""));
        }

        assertEquals(routes, operations());
    }

    @Test
    void openapi_and_template_agree_on_what_needs_a_token() throws IOException {
        Set<String> open = TEMPLATE.functions().stream().flatMap(f -> f.routes().stream())
                .filter(Template.Route::open).map(Template.Route::key).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(open, openOperations());
    }

    private static Map<String, String> operations() throws IOException {
        Map<String, String> operations = new TreeMap<>();
        paths().forEach((path, methods) -> Template.map(methods).forEach((method, operation) ->
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, Template.text(Template.map(operation), "operationId"))));
        return operations;
    }

    private static Set<String> openOperations() throws IOException {
        Set<String> open = new TreeSet<>();
        paths().forEach((path, methods) -> Template.map(methods).forEach((method, operation) -> {
            Object security = Template.map(operation).get("security");
            if (security != null && Template.list(security).isEmpty()) open.add(method.toUpperCase(Locale.ROOT) + " " + path);
        }));
        return open;
    }

    private static Map<String, Object> paths() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Template.map(Template.map(yaml.load(Files.readString(ROOT.resolve("openapi.yaml")))).get("paths"));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
