package pix.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import pix.http.Json;

/** Somebody signed in who speaks to the product without a browser, on a device of theirs. */
record Person(String address, String token, String device) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Reply(int status, JsonNode json) {}

    /** Somebody of the demonstration. */
    static Person signedIn(Product product, String username) {
        try {
            return signedIn(product.address(), username, Product.DEMONSTRATION_PASSWORD);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " " + product.errors(), e);
        }
    }

    static Person signedIn(String address, String username, String password) {
        String body = Json.object().put("username", username).put("password", password).toString();
        Reply reply = new Person(address, "", "").post("/tokens", body);
        if (reply.status != 200) throw new AssertionError("nobody signed in: " + reply);
        return new Person(address, reply.json.path("accessToken").asText(), "");
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("content-type", "application/json");
        if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
        if (!device.isEmpty()) request.header("pix-device", device);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply.body().isEmpty() ? Json.object() : Json.read(reply.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
