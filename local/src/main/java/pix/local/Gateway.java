package pix.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import pix.Language;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.PlainContext;
import pix.embedded.Template;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;

/**
 * What API Gateway does: finds the route, checks the token, hands the handler an event in payload format 2.0, and sends
 * what it answers. Its own refusals are problem documents, where the real one sends a bare message.
 */
final class Gateway {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** The embedded store works on one thing at a time: more calls at once would only wait inside it, holding memory. */
    private static final int CALLS_AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    private final Semaphore free = new Semaphore(CALLS_AT_ONCE, true);
    private final Routes routes;
    private final EmbeddedAccounts accounts;
    private final InstantSource clock;
    private final Patience patience;
    private final Log log;

    Gateway(Routes routes, EmbeddedAccounts accounts, InstantSource clock, Patience patience, Log log) {
        this.routes = routes;
        this.accounts = accounts;
        this.clock = clock;
        this.patience = patience;
        this.log = log;
    }

    /** Answers an exchange whose path belongs to the API; false, and nothing sent, where it does not. */
    boolean answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Optional<Routes.Match> match = routes.find(exchange.getRequestMethod(), path);
        if (match.isPresent()) {
            Optional<byte[]> body = patience.with(exchange, () -> exchange.getRequestBody().readNBytes(LARGEST_BODY + 1));
            if (body.isPresent()) call(exchange, match.get(), body.get());
            return true;
        }
        if (routes.methods(path).isEmpty()) return false;
        exchange.getResponseHeaders().set("allow", String.join(", ", routes.methods(path)));
        refuse(exchange, ProblemType.METHOD_NOT_ALLOWED);
        return true;
    }

    private void call(HttpExchange exchange, Routes.Match match, byte[] body) throws IOException {
        if (body.length > LARGEST_BODY) {
            refuse(exchange, ProblemType.TOO_LARGE);
            return;
        }
        ObjectNode event = event(exchange, match, body);
        if (!match.route().open()) {
            Optional<JWTClaimsSet> claims = bearer(exchange).flatMap(accounts::verify);
            if (claims.isEmpty()) {
                exchange.getResponseHeaders().set("www-authenticate", "Bearer");
                refuse(exchange, ProblemType.UNAUTHENTICATED);
                return;
            }
            if (!mayCall(claims.get(), match.route())) {
                refuse(exchange, ProblemType.FORBIDDEN);
                return;
            }
            ObjectNode jwt = ((ObjectNode) event.get("requestContext")).putObject("authorizer").putObject("jwt");
            ObjectNode given = jwt.putObject("claims");
            claims.get().getClaims().forEach((name, value) -> given.put(name, String.valueOf(value)));
            jwt.putNull("scopes");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Context context = new PlainContext(match.function().name(), log::log);
        byte[] request = MAPPER.writeValueAsBytes(event);
        free.acquireUninterruptibly();
        try {
            GuardedStore.as(match.function(), () -> routes.handler(match.function())
                    .handleRequest(new ByteArrayInputStream(request), out, context));
        } finally {
            free.release();
        }
        send(exchange, MAPPER.readTree(out.toByteArray()));
    }

    /** As API Gateway: one of the route's scopes is enough. */
    private static boolean mayCall(JWTClaimsSet claims, Template.Route route) {
        Set<String> granted = granted(claims);
        return route.scopes().isEmpty() || route.scopes().stream().anyMatch(granted::contains);
    }

    private static Set<String> granted(JWTClaimsSet claims) {
        return claims.getClaim("scope") instanceof String scopes ? Set.of(scopes.split(" ")) : Set.of();
    }

    private static Optional<String> bearer(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    private ObjectNode event(HttpExchange exchange, Routes.Match match, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        ObjectNode event = Json.object()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", path)
                .put("rawQueryString", query);
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            // A route with an authorizer gets its claims instead of the token.
            if (!lower.equals("authorization") || match.route().open()) headers.put(lower, String.join(",", values));
        });
        if (!query.isEmpty()) event.set("queryStringParameters", parameters(query));
        if (!match.variables().isEmpty()) {
            ObjectNode variables = event.putObject("pathParameters");
            match.variables().forEach((name, value) -> variables.put(name, decoded(value)));
        }
        event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("timeEpoch", clock.millis())
                .putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", path)
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        if (body.length > 0) event.put("body", new String(body, StandardCharsets.UTF_8));
        return event.put("isBase64Encoded", false);
    }

    private static ObjectNode parameters(String query) {
        ObjectNode parameters = Json.object();
        for (String pair : query.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            String name = decoded(nameAndValue[0]);
            String value = nameAndValue.length == 2 ? decoded(nameAndValue[1]) : "";
            parameters.put(name, parameters.has(name) ? parameters.get(name).textValue() + "," + value : value);
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void send(HttpExchange exchange, JsonNode response) throws IOException {
        response.path("headers").properties()
                .forEach(h -> exchange.getResponseHeaders().set(h.getKey(), h.getValue().asText()));
        String text = response.path("body").asText("");
        byte[] body = response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.path("statusCode").asInt(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    /** A refusal of the gateway itself. What is still being sent is listened to: some read the reply only then. */
    static void refuse(HttpExchange exchange, ProblemType type) throws IOException {
        tell(exchange, type);
        exchange.getRequestBody().readNBytes(LARGEST_BODY);
    }

    /** As {@link #refuse}, to whom nobody listens any longer. */
    static void tell(HttpExchange exchange, ProblemType type) throws IOException {
        String requestId = UUID.randomUUID().toString();
        Language language = language(exchange);
        byte[] body = Json.write(HttpHandler.document(new Reply.Problem(type, List.of(), Json.object(), Map.of()),
                language, requestId)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/problem+json; charset=utf-8");
        exchange.getResponseHeaders().set("content-language", language.tag());
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
        exchange.sendResponseHeaders(type.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    private static Language language(HttpExchange exchange) {
        String wish = exchange.getRequestHeaders().getFirst("accept-language");
        return wish != null && wish.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.FR;
    }
}
