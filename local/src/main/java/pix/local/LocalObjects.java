package pix.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pix.embedded.FolderObjects;
import pix.embedded.FolderObjects.Permit;
import pix.embedded.PlainContext;
import pix.embedded.Template;
import pix.http.Json;
import pix.http.ProblemType;

/**
 * What S3 does: takes and gives files at signed addresses, and starts the functions of the template that wait for files
 * of this kind. A function deletes what it has dealt with; what is still there when the laptop starts again is offered
 * again.
 */
final class LocalObjects {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

    private final FolderObjects objects;
    private final List<Template.Function> functions;
    private final Routes routes;
    private final InstantSource clock;
    private final Patience patience;
    private final Log log;

    LocalObjects(FolderObjects objects, Template template, Routes routes, InstantSource clock, Patience patience, Log log) {
        this.objects = objects;
        this.functions = template.functions().stream().filter(f -> !f.objectPrefixes().isEmpty()).toList();
        this.routes = routes;
        this.clock = clock;
        this.patience = patience;
        this.log = log;
    }

    /** Offers what nobody has dealt with yet. */
    void start() {
        functions.forEach(function -> function.objectPrefixes().forEach(prefix -> objects.keys(prefix).forEach(key -> offer(function, key))));
    }

    void answer(HttpExchange exchange) throws IOException {
        Permit permit = permit(exchange);
        boolean known = permit.method().equals("PUT") || permit.method().equals("GET");
        if (!known || !objects.allows(permit)) {
            Gateway.refuse(exchange, ProblemType.FORBIDDEN);
        } else if (permit.method().equals("PUT")) {
            put(exchange, permit);
        } else {
            get(exchange, permit);
        }
    }

    private void put(HttpExchange exchange, Permit permit) throws IOException {
        Optional<Boolean> kept = patience.with(exchange, () -> objects.put(permit.key(), exchange.getRequestBody(), permit.bytes()));
        if (kept.isEmpty()) return;
        if (!kept.get()) {
            Gateway.refuse(exchange, ProblemType.WRONG_LENGTH);
            return;
        }
        exchange.sendResponseHeaders(200, -1);
        functions.stream()
                .filter(f -> f.objectPrefixes().stream().anyMatch(permit.key()::startsWith))
                .forEach(f -> offer(f, permit.key()));
    }

    private void get(HttpExchange exchange, Permit permit) throws IOException {
        var text = objects.readText(permit.key());
        if (text.isEmpty()) {
            Gateway.refuse(exchange, ProblemType.NOT_FOUND);
            return;
        }
        byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/octet-stream");
        exchange.getResponseHeaders().set("content-disposition", "attachment; filename=\"" + permit.name() + "\"");
        exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Permit permit(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> parameters = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            if (nameAndValue.length == 2) parameters.put(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
        }
        String key = exchange.getRequestURI().getPath().substring(FolderObjects.PATH.length());
        return new Permit(exchange.getRequestMethod(), key, number(parameters.get("bytes")), parameters.getOrDefault("name", ""),
                number(parameters.get("expires")), parameters.getOrDefault("signature", ""));
    }

    private static long number(String text) {
        return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
    }

    private void offer(Template.Function function, String key) {
        Thread.ofVirtual().name(function.name()).start(() -> {
            try {
                for (int i = 1; !tell(function, key) && i < TRIES; i++) Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean tell(Template.Function function, String key) {
        try {
            byte[] event = Json.write(event(key)).getBytes(StandardCharsets.UTF_8);
            GuardedStore.as(function, () -> routes.handler(function).handleRequest(new ByteArrayInputStream(event),
                    new ByteArrayOutputStream(), new PlainContext(function.name(), log::log, TIMEOUT)));
            return true;
        } catch (IOException | RuntimeException e) {
            // The function has logged it; the file is still there.
            log.log(Json.write(Json.object().put("level", "ERROR").put("upload", function.name())));
            return false;
        }
    }

    private ObjectNode event(String key) throws IOException {
        ObjectNode record = Json.object()
                .put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", "local")
                .put("eventTime", clock.instant().toString())
                .put("eventName", "ObjectCreated:Put");
        ObjectNode s3 = record.putObject("s3").put("s3SchemaVersion", "1.0");
        s3.putObject("bucket").put("name", "files");
        s3.putObject("object").put("key", key).put("size", objects.size(key)).put("sequencer", UUID.randomUUID().toString());
        ObjectNode event = Json.object();
        event.putArray("Records").add(record);
        return event;
    }
}
