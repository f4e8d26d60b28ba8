package pix.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pix.InvalidInput;
import pix.Language;
import pix.platform.Platform;

/** One HTTP request as API Gateway describes it (payload format 2.0). Immutable. */
public final class Request {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final Optional<String> EDGE_SECRET = Platform.environment("EDGE_SECRET");

    private final JsonNode event;

    Request(JsonNode event) {
        this.event = event;
    }

    /** The route that matched, for example {@code GET /assessments/{id}}. */
    public String route() {
        return event.path("routeKey").asText("?");
    }

    String requestId() {
        return event.path("requestContext").path("requestId").asText("?");
    }

    /** The caller; every route but the public ones has one. */
    public Caller caller() {
        JsonNode jwt = event.path("requestContext").path("authorizer").path("jwt");
        JsonNode claims = jwt.path("claims");
        if (!claims.path("sub").isTextual()) throw new Refused(ProblemType.UNAUTHENTICATED);
        return new Caller(claims.path("sub").textValue(), claims.path("username").asText(""),
                words(claims.path("cognito:groups")), scopes(claims.path("scope")));
    }

    /** Cognito writes the resource server before a scope: {@code pix/booklet}. */
    private static Set<String> scopes(JsonNode claim) {
        return words(claim).stream().map(scope -> scope.replaceFirst("^pix/", "")).collect(Collectors.toUnmodifiableSet());
    }

    /** API Gateway writes a list in a token as {@code [one two]}. */
    private static Set<String> words(JsonNode claim) {
        String text = claim.asText("").replaceAll("[\\[\\],]", " ").strip();
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split("\\s+")));
    }

    /** Whether the caller asks for this media type by name, rather than taking what there is. */
    public boolean accepts(String mediaType) {
        return event.path("headers").path("accept").asText("").contains(mediaType);
    }

    /** The address the request came from. Personal: not for logs, not for keys. */
    public String sourceAddress() {
        return sourceAddress(EDGE_SECRET);
    }

    /**
     * Through the distribution in front, the gateway sees the distribution's address; the caller's is then the one it
     * wrote last, before its own, and it is believed by its secret. Called directly, it is what the gateway saw.
     */
    String sourceAddress(Optional<String> edgeSecret) {
        String seen = event.path("requestContext").path("http").path("sourceIp").asText("");
        if (edgeSecret.isEmpty() || !edgeSecret.equals(header("pix-edge"))) return seen;
        String[] passed = header("x-forwarded-for").orElse("").split("\\s*,\\s*");
        return passed.length < 2 ? seen : passed[passed.length - 2];
    }

    /**
     * A variable part of the path.
     *
     * @throws Refused where it is longer than any name of anything: no store could hold such a key
     */
    public String path(String name) {
        String text = event.path("pathParameters").path(name).asText("");
        if (text.length() > LONGEST_NAME) throw new Refused(ProblemType.NOT_FOUND);
        return text;
    }

    /** A header, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(event.path("headers").path(name).textValue());
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(event.path("queryStringParameters").path(name).textValue());
    }

    /** The query's parameters, read like a body: unknown names and bad values are faults. */
    public Fields query(Set<String> allowed) {
        return new Fields(event.path("queryStringParameters") instanceof ObjectNode o ? o : Json.object(), allowed);
    }

    /**
     * The JSON object in the body.
     *
     * @param allowed the names it may have
     */
    public Fields body(String... allowed) {
        String text = bodyText();
        if (text.isBlank()) throw new InvalidInput("", "required");
        try {
            if (Json.read(text) instanceof ObjectNode json) return new Fields(json, List.of(allowed));
        } catch (JsonProcessingException e) {
            throw new Refused(ProblemType.MALFORMED_JSON);
        }
        throw new InvalidInput("", "wrong-type");
    }

    /** As {@link #body}, where the client may as well send nothing. */
    public Fields optionalBody(String... allowed) {
        return bodyText().isBlank() ? new Fields(Json.object(), List.of(allowed)) : body(allowed);
    }

    private String bodyText() {
        String body = event.path("body").asText("");
        if (body.length() > LARGEST_BODY * 4 / 3 + 4) throw new Refused(ProblemType.TOO_LARGE);
        if (event.path("isBase64Encoded").asBoolean()) {
            body = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        }
        if (body.length() > LARGEST_BODY) throw new Refused(ProblemType.TOO_LARGE);
        return body;
    }

    /** The language the caller reads best (RFC 9110 §12.5.4), French where they do not say. */
    public Language language() {
        var wishes = new TreeSet<Wish>();
        String header = event.path("headers").path("accept-language").asText("");
        String[] parts = header.substring(0, Math.min(header.length(), 200)).split(",");
        for (int i = 0; i < parts.length; i++) Wish.of(parts[i], i).ifPresent(wishes::add);
        return wishes.isEmpty() ? Language.FR : wishes.first().language;
    }

    private record Wish(Language language, double quality, int place) implements Comparable<Wish> {
        static Optional<Wish> of(String part, int place) {
            String[] tagAndQuality = part.strip().split("\\s*;\\s*q=", 2);
            String primary = tagAndQuality[0].split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
            return Language.ofTag(primary).map(l -> new Wish(l, quality(tagAndQuality), place));
        }

        private static double quality(String[] tagAndQuality) {
            if (tagAndQuality.length < 2) return 1;
            try {
                return Double.parseDouble(tagAndQuality[1]);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        @Override
        public int compareTo(Wish other) {
            int byQuality = Double.compare(other.quality, quality);
            return byQuality != 0 ? byQuality : Integer.compare(place, other.place);
        }
    }
}
