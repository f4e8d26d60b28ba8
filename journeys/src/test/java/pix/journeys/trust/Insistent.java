package pix.journeys.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import pix.http.Json;

/** Asks until it is answered: a failure may have done the work or not. For one thread. */
final class Insistent {
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final int MOST_TRIES = 1000;

    private final Http http;
    private int asked;

    Insistent(Http http) {
        this.http = http;
    }

    /** How many times it had to ask until now. */
    int asked() {
        return asked;
    }

    /** @param body null for none */
    Http.Answer must(String method, String path, String token, JsonNode body) {
        return must(method, path, token, body == null ? "" : Json.write(body), Map.of());
    }

    Http.Answer must(String method, String path, String token, String body, Map<String, String> headers) {
        String last = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            asked++;
            try {
                Http.Answer answer = http.send(method, path, token, body, headers);
                if (answer.status() < 500) return answer;
                last = answer.text();
            } catch (UncheckedIOException e) {
                // Nobody there: it was killed.
                last = String.valueOf(e.getCause());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("it never came back: " + method + " " + path + ", but " + last);
    }
}
