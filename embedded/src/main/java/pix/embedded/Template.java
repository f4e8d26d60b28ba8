package pix.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code template.yaml} as the laptop and the tests need it: its tables, functions and routes. CloudFormation's
 * functions ({@code !Ref}, {@code !GetAtt}, …) read as their argument. Immutable.
 */
public final class Template {

    /** A Lambda function. {@code name} is its logical id. */
    public record Function(String name, String handler, List<Route> routes, Map<String, Object> properties) {

        /** When it is started without being asked, as EventBridge Scheduler writes it: {@code rate(5 minutes)}. */
        public List<String> schedules() {
            return map(properties.getOrDefault("Events", Map.of())).values().stream()
                    .map(Template::map)
                    .filter(event -> "ScheduleV2".equals(text(event, "Type")))
                    .map(event -> text(map(event.get("Properties")), "ScheduleExpression"))
                    .toList();
        }

        /** With what the keys of the files begin that start it when they are put. */
        public List<String> objectPrefixes() {
            return map(properties.getOrDefault("Events", Map.of())).values().stream()
                    .map(Template::map)
                    .filter(event -> "S3".equals(text(event, "Type")))
                    .flatMap(event -> list(map(map(map(event.get("Properties")).get("Filter")).get("S3Key")).get("Rules")).stream())
                    .map(Template::map)
                    .filter(rule -> "prefix".equals(text(rule, "Name")))
                    .map(rule -> text(rule, "Value"))
                    .toList();
        }
    }

    /** @param open whether the route takes calls without a token */
    public record Route(String method, String path, boolean open, List<String> scopes) {
        /** As API Gateway writes it: {@code GET /assessments/{id}}. */
        public String key() {
            return method + " " + path;
        }
    }

    /** A DynamoDB table. {@code name} is its logical id without {@code Table}. */
    public record Table(String name, Map<String, Object> properties) {}

    private final Map<String, Object> document;

    private Template(Map<String, Object> document) {
        this.document = document;
    }

    /** The template of this build, from the class path. */
    public static Template ofBuild() {
        try (InputStream in = Template.class.getResourceAsStream("/pix/template.yaml")) {
            if (in == null) throw new IllegalStateException("no /pix/template.yaml on the class path");
            return new Template(map(new Yaml(new Tags()).load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, Object> document() {
        return document;
    }

    public List<Table> tables() {
        return resources("AWS::DynamoDB::Table").entrySet().stream()
                .map(e -> new Table(e.getKey().replaceFirst("Table$", ""), e.getValue()))
                .toList();
    }

    public List<Function> functions() {
        return resources("AWS::Serverless::Function").entrySet().stream()
                .map(e -> new Function(e.getKey(), text(e.getValue(), "Handler"), routes(e.getValue()), e.getValue()))
                .toList();
    }

    /** The properties of every resource of a type, by logical id, in the order of the template. */
    public Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        map(document.get("Resources")).forEach((id, resource) -> {
            if (type.equals(text(map(resource), "Type"))) {
                found.put(id, map(map(resource).getOrDefault("Properties", Map.of())));
            }
        });
        return found;
    }

    private static List<Route> routes(Map<String, Object> function) {
        List<Route> routes = new ArrayList<>();
        map(function.getOrDefault("Events", Map.of())).values().forEach(event -> {
            if (!"HttpApi".equals(text(map(event), "Type"))) return;
            Map<String, Object> http = map(map(event).get("Properties"));
            Map<String, Object> auth = map(http.getOrDefault("Auth", Map.of()));
            routes.add(new Route(text(http, "Method"), text(http, "Path"), "NONE".equals(text(auth, "Authorizer")),
                    list(auth.get("AuthorizationScopes")).stream().map(String::valueOf).toList()));
        });
        return List.copyOf(routes);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    public static List<?> list(Object yaml) {
        return Optional.ofNullable((List<?>) yaml).orElse(List.of());
    }

    public static String text(Map<String, Object> yaml, String key) {
        Object value = yaml.get(key);
        return value == null ? null : String.valueOf(value);
    }

    /** Reads a tagged node as what stands behind the tag. */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> constructScalar(scalar);
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalStateException("unexpected YAML node " + node.getNodeId());
                    };
                }
            });
        }
    }
}
