package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code openapi.yaml}: its operations, what they take and what they may answer. */
final class Spec {
    private static final JsonNode DOCUMENT = document();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<JsonNode, JsonSchema> COMPILED = new HashMap<>();

    private Spec() {}

    /** @param body the schema of what it takes, missing where it takes nothing */
    record Operation(String method, String path, JsonNode node, JsonNode body, List<JsonNode> query) {
        String key() {
            return method + " " + path;
        }
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode node = method.getValue();
            List<JsonNode> query = new ArrayList<>();
            node.path("parameters").forEach(p -> {
                if (resolved(p).path("in").asText().equals("query")) query.add(resolved(p));
            });
            operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), node,
                    resolved(node.path("requestBody")).path("content").path("application/json").path("schema"), query));
        }));
        return operations;
    }

    /** The node, or what it refers to. */
    static JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : resolved(DOCUMENT.at(reference.asText().substring(1)));
    }

    /** What is wrong with an answer as the document has it, empty where nothing is. */
    static String fault(Operation operation, Http.Answer answer) {
        JsonNode response = resolved(operation.node().path("responses").path(String.valueOf(answer.status())));
        if (response.isMissingNode()) return everybody(answer) ? problem(answer) : "undocumented status " + answer.status();
        JsonNode content = response.path("content");
        if (content.isMissingNode()) return answer.response().body().length == 0 ? "" : "a body where none is documented";
        JsonNode media = content.path(answer.type());
        if (media.isMissingNode()) return "undocumented media type " + answer.type();
        if (!answer.type().endsWith("json")) return "";
        return faults(media.path("schema"), answer.json()) + (answer.status() >= 400 ? problem(answer) : "");
    }

    /** Refusals any operation may give: without a token, without the scope, too large, too slow, not for this address. */
    private static boolean everybody(Http.Answer answer) {
        return switch (answer.problem()) {
            case "unauthenticated", "too-large", "request-timeout", "not-found", "method-not-allowed" -> true;
            case "forbidden" -> answer.status() == 403;
            default -> false;
        };
    }

    private static String problem(Http.Answer answer) {
        if (!answer.type().equals("application/problem+json")) return "a refusal that is no problem document: " + answer.type();
        if (answer.json().path("status").asInt() != answer.status()) return "a problem document of another status";
        return faults(DOCUMENT.at("/components/schemas/Problem"), answer.json());
    }

    private static String faults(JsonNode schema, JsonNode value) {
        return COMPILED.computeIfAbsent(schema, Spec::compile).validate(value).stream()
                .map(Object::toString).collect(Collectors.joining("; "));
    }

    private static JsonSchema compile(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(alone, STRICT);
    }

    private static JsonNode document() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            return new ObjectMapper().valueToTree(yaml.load(Files.readString(Path.of("..", "openapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
