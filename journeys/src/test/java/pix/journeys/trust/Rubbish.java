package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import pix.http.Json;

/** Values: such as a schema asks for, and such as nobody should send. The same ones for the same seed. */
final class Rubbish {
    private static final List<String> TEXTS = List.of("", " ", "null", "true", "0", "-1", "é", "\u202e\u0000", "\ud83d\ude00", "\ud800",
            "../../etc/passwd", "..", "%00", "' OR 1=1 --", "{{7*7}}", "${jndi:x}", "<script>alert(1)</script>", "=1+1", "\r\nset-cookie: a=b",
            "a b", "learner#1", "session#", "profile", "﷽", "İ", "ß", "2026-02-30", "2026-13-45T99:99:99Z", "+1000000000-01-01T00:00:00Z",
            "-999999999-01-01", "9999-12-31T23:59:59Z", "1e999", "NaN");

    private final Random random;
    private final List<String> ids;

    /** @param ids of things there are, whoever they belong to */
    Rubbish(Random random, List<String> ids) {
        this.random = random;
        this.ids = ids;
    }

    /** A value the schema allows, as far as a schema says it. */
    JsonNode valid(JsonNode reference, int depth) {
        JsonNode schema = Spec.resolved(reference);
        for (String choice : List.of("oneOf", "anyOf")) if (schema.has(choice)) return valid(one(schema.get(choice)), depth);
        if (schema.has("enum")) return one(schema.get("enum"));
        if (schema.has("const")) return schema.get("const");
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> {
                int least = schema.path("minimum").asInt(0);
                yield Json.object().numberNode(least + random.nextInt(Math.max(1, schema.path("maximum").asInt(least + 10) - least + 1)));
            }
            case "boolean" -> Json.object().booleanNode(random.nextBoolean());
            default -> TextNode.valueOf(text(schema));
        };
    }

    /** One member, somewhere in the value, spoilt. */
    JsonNode spoilt(JsonNode value) {
        if (value.isEmpty() || random.nextInt(4) == 0) return anything();
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(word(), anything());
                case 2 -> object.set(name, anything());
                default -> object.set(name, spoilt(object.get(name)));
            }
        } else if (value instanceof ArrayNode array) {
            int place = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.add(array.get(place));
                case 1 -> {
                    for (int i = 0; i < 600; i++) array.add(array.get(place));
                }
                default -> array.set(place, spoilt(array.get(place)));
            }
        }
        return value;
    }

    JsonNode anything() {
        return switch (random.nextInt(9)) {
            case 0 -> Json.object().nullNode();
            case 1 -> Json.object().numberNode(random.nextLong());
            case 2 -> Json.object().numberNode(random.nextGaussian() * 1e300);
            case 3 -> Json.object().booleanNode(random.nextBoolean());
            case 4 -> Json.array();
            case 5 -> deep(3 + random.nextInt(30));
            case 6 -> Json.object().put(word(), word());
            default -> TextNode.valueOf(word());
        };
    }

    /** A text that is no JSON, or more than one. */
    String broken() {
        return one(List.of("{", "{\"a\":1", "{\"a\":1}{\"a\":1}", "{\"a\":1,\"a\":2}", "[]", "null", "\"text\"", "NaN", "{'a':1}", "\u0000", "{\"a\":1e99999999}",
                "[".repeat(5000), "{\"a\":".repeat(500) + "1" + "}".repeat(500), "\ufeff{}", "{\"\\ud800\":\"\\udfff\"}"));
    }

    String word() {
        return switch (random.nextInt(5)) {
            case 0 -> "x".repeat(1 + random.nextInt(3000));
            case 1, 2 -> id();
            default -> one(TEXTS);
        };
    }

    String id() {
        return one(ids);
    }

    /** A place in a list: nobody's, or one that was tampered with. */
    String cursor() {
        String inside = one(List.of("", " ", "a", "a b", id() + " 2026-01-01T00:00:00Z", id() + " " + word(), "\u0000 \u0000", "é é"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(r -> required.add(r.asText()));
        schema.path("properties").properties().forEach(p -> {
            if (required.contains(p.getKey()) || random.nextInt(depth > 4 ? 8 : 2) == 0) {
                object.set(p.getKey(), valid(p.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) object.set(id(), valid(schema.get("additionalProperties"), depth + 1));
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.array();
        int least = schema.path("minItems").asInt(0);
        int size = least + random.nextInt(3);
        for (int i = 0; i < size; i++) array.add(valid(schema.path("items"), depth + 1));
        return array;
    }

    private String text(JsonNode schema) {
        String text = switch (schema.path("format").asText()) {
            case "date" -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(10_000)).toString();
            case "date-time" -> Instant.ofEpochSecond(1_795_000_000L + random.nextInt(10_000_000)).toString();
            default -> random.nextBoolean() ? id() : "texte-" + random.nextInt(1000) + "-abcdef";
        };
        return text.substring(0, Math.min(text.length(), schema.path("maxLength").asInt(10_000)));
    }

    private static String type(JsonNode schema) {
        return schema.path("type").isArray() ? schema.path("type").get(0).asText() : schema.path("type").asText();
    }

    private JsonNode deep(int levels) {
        JsonNode inside = Json.array();
        for (int i = 0; i < levels; i++) inside = Json.array().add(inside);
        return inside;
    }

    private JsonNode one(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
