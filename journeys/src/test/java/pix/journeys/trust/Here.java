package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import pix.http.Json;
import pix.local.Laptop;
import pix.platform.Platform;

/** The service over HTTP in the process of the tests: started once, shared by all of them. */
final class Here {
    static final HerePlatform PLATFORM = (HerePlatform) Platform.current();
    private static final Laptop LAPTOP = start();
    static final Http HTTP = new Http(LAPTOP.address());

    private Here() {}

    static String address() {
        return LAPTOP.address();
    }

    static Http.Answer get(String path, String token) {
        return send("GET", path, token, "", Map.of());
    }

    static Http.Answer post(String path, String token, JsonNode body) {
        return send("POST", path, token, Json.write(body), Map.of());
    }

    static Http.Answer send(String method, String path, String token, String body, Map<String, String> headers) {
        return HTTP.send(method, path, token, body, headers);
    }

    /** Fires a schedule of the template now. */
    static void fire(String function) {
        Http.Answer done = send("POST", "/local/schedules/" + function, "", "", Map.of());
        if (done.status() != 200) throw new AssertionError(function + ": " + done.status() + " " + done.text());
    }

    private static Laptop start() {
        try {
            return Laptop.start(PLATFORM.laptop());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
