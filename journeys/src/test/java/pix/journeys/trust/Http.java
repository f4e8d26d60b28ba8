package pix.journeys.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import pix.http.Json;

/** Calls of one service, wherever it runs. Thread-safe. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    Http(String address) {
        this.address = address;
    }

    /** An answer. @param type its media type, without parameters */
    record Answer(int status, String type, HttpResponse<byte[]> response) {
        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return Json.read(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }

        /** The slug of a problem document, empty for anything else. */
        String problem() {
            return type.equals("application/problem+json") ? json().path("type").asText() : "";
        }
    }

    /**
     * @param token empty for nobody
     * @param body empty for none
     * @throws UncheckedIOException where nothing answers
     */
    Answer send(String method, String path, String token, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("accept-language", "en");
        if (!body.isEmpty() && !headers.containsKey("content-type")) request.header("content-type", "application/json");
        if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
            return new Answer(response.statusCode(), type, response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
