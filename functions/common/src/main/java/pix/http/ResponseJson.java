package pix.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pix.InvalidInput;
import pix.bank.Response;

/** The JSON of a {@link Response}: one member that says which kind it is, so that no other is needed. */
public final class ResponseJson {
    private static final String AT = "/response";
    private static final int LONGEST_LIST = 50;

    private ResponseJson() {}

    public static ObjectNode write(Response response) {
        ObjectNode json = Json.object();
        switch (response) {
            case Response.Choice(String choice) -> json.put("choice", choice);
            case Response.Choices(List<String> choices) -> json.set("choices", Json.strings(choices));
            case Response.Text(String text) -> json.put("text", text);
            case Response.Fields(Map<String, String> fields) -> json.set("fields", texts(fields));
            case Response.Order(List<String> order) -> json.set("order", Json.strings(order));
            case Response.Match(Map<String, String> pairs) -> json.set("pairs", texts(pairs));
            case Response.Skip() -> json.put("skip", true);
        }
        return json;
    }

    /** @throws InvalidInput with pointers below {@code /response} where the object is no response */
    public static Response read(ObjectNode json) {
        if (json.size() != 1) throw new InvalidInput(AT, json.isEmpty() ? "required" : "malformed");
        String kind = json.fieldNames().next();
        JsonNode value = json.get(kind);
        String at = AT + "/" + kind;
        return switch (kind) {
            case "choice" -> new Response.Choice(text(value, at));
            case "choices" -> new Response.Choices(texts(value, at));
            case "text" -> new Response.Text(text(value, at));
            case "fields" -> new Response.Fields(map(value, at));
            case "order" -> new Response.Order(texts(value, at));
            case "pairs" -> new Response.Match(map(value, at));
            case "skip" -> {
                if (!value.isBoolean() || !value.booleanValue()) throw new InvalidInput(at, "unknown-value");
                yield new Response.Skip();
            }
            default -> throw new InvalidInput(at, "unknown-field");
        };
    }

    private static String text(JsonNode value, String at) {
        if (!value.isTextual()) throw new InvalidInput(at, "wrong-type");
        if (value.textValue().length() > Response.MAX_TEXT) throw new InvalidInput(at, "too-long");
        return value.textValue();
    }

    private static List<String> texts(JsonNode value, String at) {
        if (!(value instanceof ArrayNode array)) throw new InvalidInput(at, "wrong-type");
        if (array.size() > LONGEST_LIST) throw new InvalidInput(at, "too-many");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) texts.add(text(array.get(i), at + "/" + i));
        return texts;
    }

    private static Map<String, String> map(JsonNode value, String at) {
        if (!(value instanceof ObjectNode object)) throw new InvalidInput(at, "wrong-type");
        if (object.size() > LONGEST_LIST) throw new InvalidInput(at, "too-many");
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(p -> texts.put(p.getKey(), text(p.getValue(), at + "/" + p.getKey())));
        return texts;
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = Json.object();
        texts.forEach(json::put);
        return json;
    }
}
