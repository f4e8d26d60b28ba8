package pix.bench.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import pix.http.Json;

/**
 * DynamoDB on the wire and nothing behind it: items are kept as they came, conditions hold, updates are taken without
 * effect and answered with the values they bring. It answers in a fraction of a millisecond, so that what is measured is the function.
 */
final class WireStore implements AutoCloseable {
    private static final Map<String, List<String>> KEYS = Map.of(
            "Learners", List.of("learnerId", "facet"),
            "Assessments", List.of("assessmentId", "sequence"),
            "Organisations", List.of("organisationId", "facet"),
            "Sessions", List.of("sessionId", "facet"),
            "Certificates", List.of("certificateCode", "facet"),
            "Calibrations", List.of("series", "entry"));

    private static final Pattern ASSIGNED = Pattern.compile("(\\w+)(?: =)? (:\\w+)");

    private final HttpServer server;
    private final Map<String, JsonNode> items = new ConcurrentHashMap<>();
    private final LongAdder spent = new LongAdder();
    private volatile boolean frozen;

    WireStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it forgets what is written: the same call finds the same state every time. */
    void freeze() {
        frozen = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Milliseconds it spent on all calls up to now, from the first byte of a request to the last of its answer. */
    double millis() {
        return spent.sum() / 1e6;
    }

    private void answer(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        JsonNode request = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = Json.write(answer(target.substring(target.indexOf('.') + 1), request)).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        spent.add(System.nanoTime() - start);
    }

    private ObjectNode answer(String operation, JsonNode request) {
        ObjectNode answer = Json.object();
        switch (operation) {
            case "PutItem" -> put(request);
            case "TransactWriteItems" -> request.path("TransactItems").forEach(item -> {
                if (item.has("Put")) put(item.get("Put"));
                if (item.has("Update") && item.get("Update").path("TableName").asText().equals("Learners")) put(item.get("Update"));
            });
            case "GetItem" -> {
                JsonNode item = items.get(key(request.path("TableName").asText(), request.path("Key")));
                if (item != null) answer.set("Item", item);
            }
            case "Query" -> {
                List<JsonNode> found = query(request);
                answer.put("Count", found.size()).put("ScannedCount", found.size()).putArray("Items").addAll(found);
            }
            case "UpdateItem" -> answer.set("Attributes", updated(request));
            default -> answer.put("taken", operation);
        }
        return answer;
    }

    private void put(JsonNode request) {
        if (frozen || !request.has("Item")) return;
        items.put(key(request.path("TableName").asText(), request.path("Item")), request.path("Item"));
    }

    private List<JsonNode> query(JsonNode request) {
        String table = request.path("TableName").asText();
        List<JsonNode> values = new ArrayList<>();
        request.path("ExpressionAttributeValues").forEach(values::add);
        String sort = KEYS.get(table).getLast();
        return items.entrySet().stream()
                .filter(e -> e.getKey().startsWith(table + "|") && values.contains(e.getValue().path(KEYS.get(table).getFirst())))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt((JsonNode item) -> item.path(sort).path("N").asInt()).reversed())
                .limit(request.path("Limit").asInt(100))
                .toList();
    }

    /** What an update of an item that was not there gives back: {@code ADD tries :one SET expiresAt = :then}. */
    private static ObjectNode updated(JsonNode request) {
        ObjectNode attributes = Json.object();
        JsonNode values = request.path("ExpressionAttributeValues");
        ASSIGNED.matcher(request.path("UpdateExpression").asText()).results()
                .forEach(assigned -> attributes.set(assigned.group(1), values.path(assigned.group(2))));
        return attributes;
    }

    private static String key(String table, JsonNode attributes) {
        return table + "|" + KEYS.get(table).stream().map(name -> attributes.path(name).toString()).toList();
    }
}
