package pix.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pix.http.ProblemType;

/**
 * How long clients may take to say what they want. The server cuts off whoever takes longer than it allows, without a word; three
 * quarters of that time are for the body, so that who is too slow with it can be told. Thread-safe.
 */
final class Patience {
    private static final int SECONDS_TO_ASK = 40;
    private static final String MOST_SECONDS = "sun.net.httpserver.maxReqTime";

    private final Duration forBody;

    /** To be made before the first server is: it reads its setting once. */
    Patience() {
        if (System.getProperty(MOST_SECONDS) == null) System.setProperty(MOST_SECONDS, String.valueOf(SECONDS_TO_ASK));
        this.forBody = Duration.ofSeconds(Long.getLong(MOST_SECONDS)).multipliedBy(3).dividedBy(4);
    }

    /** Reads the body of a request. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** What was read; empty where the client was too slow, has been told so and is cut off. */
    <T> Optional<T> with(HttpExchange exchange, Reading<T> reading) throws IOException {
        if (!hasBody(exchange)) return Optional.of(reading.read());
        FutureTask<T> task = new FutureTask<>(reading::read);
        Thread.ofVirtual().start(task);
        try {
            return Optional.of(task.get(forBody.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.getResponseHeaders().set("connection", "close");
            Gateway.tell(exchange, ProblemType.REQUEST_TIMEOUT);
            task.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException bug -> throw bug;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static boolean hasBody(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("content-length");
        return exchange.getRequestHeaders().containsKey("transfer-encoding") || length != null && !length.equals("0");
    }
}
