package pix.embedded;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import pix.http.Json;

/**
 * A call of a handler with a real event: one of {@code events/}, changed where a test wants it. Immutable; each change
 * gives another call.
 */
public final class Call {

    /** @param log the lines the handler wrote */
    public record Answer(int status, JsonNode headers, String body, List<String> log) {
        /** The body of an answer that is no text. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(body);
        }

        public JsonNode json() {
            try {
                return Json.read(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }
    }

    private final ObjectNode event;

    private Call(ObjectNode event) {
        this.event = event;
    }

    /** The call in {@code events/<name>.json}. */
    public static Call of(String name) {
        try (InputStream in = Call.class.getResourceAsStream("/pix/events/" + name + ".json")) {
            if (in == null) throw new IllegalArgumentException("no events/" + name + ".json");
            return new Call((ObjectNode) Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode event() {
        return event.deepCopy();
    }

    /** The same call by the person with this subject and user name. */
    public Call by(String subject, String username) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/requestContext/authorizer/jwt/claims").put("sub", subject).put("username", username);
        return new Call(changed);
    }

    /** The same call by somebody the identity provider has put into these groups. */
    public Call inGroups(String... groups) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/requestContext/authorizer/jwt/claims")
                .put("cognito:groups", "[" + String.join(" ", groups) + "]");
        return new Call(changed);
    }

    /** The same call from another address. */
    public Call from(String address) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/requestContext/http").put("sourceIp", address);
        return new Call(changed);
    }

    public Call body(String text) {
        return new Call(event.deepCopy().put("body", text));
    }

    public Call body(JsonNode json) {
        return body(Json.write(json));
    }

    /** The same call with one member of its body changed; a null removes it. */
    public Call with(String member, JsonNode value) {
        try {
            ObjectNode body = (ObjectNode) Json.read(event.path("body").asText());
            if (value == null) body.remove(member);
            else body.set(member, value);
            return body(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Call path(String name, String value) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/pathParameters").put(name, value);
        return new Call(changed);
    }

    public Call query(String name, String value) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/queryStringParameters").put(name, value);
        return new Call(changed);
    }

    /** The same call without these parameters in its query. */
    public Call without(String... parameters) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/queryStringParameters").remove(java.util.List.of(parameters));
        return new Call(changed);
    }

    /** The same event of S3 about another file. */
    public Call s3Key(String key) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/Records/0/s3/object").put("key", key);
        return new Call(changed);
    }

    public Call language(String acceptLanguage) {
        return header("accept-language", acceptLanguage);
    }

    /** @param name in lower case */
    public Call header(String name, String value) {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/headers").put(name, value);
        return new Call(changed);
    }

    /** The same call as nobody: without what an authorizer adds. */
    public Call anonymous() {
        ObjectNode changed = event.deepCopy();
        changed.withObject("/requestContext").remove("authorizer");
        return new Call(changed);
    }

    /** @throws AssertionError where the handler logged something personal */
    public Answer to(RequestStreamHandler handler) {
        List<String> log = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            byte[] in = Json.write(event).getBytes(StandardCharsets.UTF_8);
            handler.handleRequest(new ByteArrayInputStream(in), out, new PlainContext("Test", log::add));
            List<String> personal = LogScan.in(String.join("\n", log), List.of());
            if (!personal.isEmpty()) throw new AssertionError("the log holds " + personal);
            JsonNode response = Json.read(out.toString(StandardCharsets.UTF_8));
            // What is no HTTP response is the answer of a function that a schedule or an upload starts.
            String body = response.has("statusCode") ? response.path("body").asText("") : Json.write(response);
            return new Answer(response.path("statusCode").asInt(), response.path("headers"), body, List.copyOf(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
