package pix.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import pix.InvalidInput.Fault;

/** What a handler answers. */
public sealed interface Reply {

    /** @param headers in lower case, beside the ones every answer has */
    record Body(int status, JsonNode json, Map<String, String> headers) implements Reply {}

    /** A document that is not JSON; {@code content} goes out as it is. */
    record File(String contentType, byte[] content, Map<String, String> headers) implements Reply {}

    record Empty(int status) implements Reply {}

    /** A refusal; {@code extra} are members of the problem document beside the standard ones. */
    record Problem(ProblemType type, List<Fault> faults, ObjectNode extra, Map<String, String> headers)
            implements Reply {}

    static Reply ok(JsonNode json) {
        return new Body(200, json, Map.of());
    }

    /** An answer that is the same for everybody and may be kept for an hour. */
    static Reply cacheable(JsonNode json) {
        return new Body(200, json, Map.of("cache-control", "public, max-age=3600", "vary", "accept-language"));
    }

    static Reply created(JsonNode json) {
        return new Body(201, json, Map.of());
    }

    /** Taken, and not done yet: what is known of it so far. */
    static Reply accepted(JsonNode json) {
        return new Body(202, json, Map.of());
    }

    static Reply noContent() {
        return new Empty(204);
    }

    static Reply problem(ProblemType type) {
        return problem(type, Json.object());
    }

    static Reply problem(ProblemType type, ObjectNode extra) {
        return new Problem(type, List.of(), extra, Map.of());
    }

    static Reply tooManyAttempts(int retryAfterSeconds) {
        return new Problem(ProblemType.TOO_MANY_ATTEMPTS, List.of(), Json.object(),
                Map.of("retry-after", String.valueOf(retryAfterSeconds)));
    }
}
