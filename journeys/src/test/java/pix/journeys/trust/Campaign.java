package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pix.http.Json;

/** Learners who live through whatever happens to a service, and the sessions they book. */
final class Campaign {
    private static final int SEATS = 4;

    private final Http http;
    private final long seed;
    private final String head;
    private final List<String> sessions = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    /** @param head a token of the head of this organisation */
    Campaign(Http http, long seed, String organisation, String head) {
        this.http = http;
        this.seed = seed;
        this.head = head;
        for (int day = 3; day < 6; day++) sessions.add(session(organisation, Instant.now().plus(day, ChronoUnit.DAYS)));
    }

    private String session(String organisation, Instant startsAt) {
        ObjectNode plan = Json.object().put("startsAt", startsAt.truncatedTo(ChronoUnit.SECONDS).toString()).put("room", "Salle 1")
                .put("address", "1 rue de la Paix, 75002 Paris").put("department", "75").put("capacity", SEATS).put("audience", "public");
        return World.expect(201, http.send("POST", "/organisations/" + organisation + "/sessions", head, Json.write(plan), Map.of()))
                .path("sessionId").asText();
    }

    /** @param learners how many live one after the other in each of the threads */
    void run(int threads, int learners) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> lives = new ArrayList<>();
            for (int i = 0; i < threads * learners; i++) {
                Client client = new Client(http, new Random(seed + i), "campaign-" + Long.toString(seed, 36).replace("-", "") + "-" + i);
                clients.add(client);
                lives.add(pool.submit(() -> client.live(sessions)));
            }
            for (Future<?> life : lives) life.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage() + ", seed " + seed, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything acknowledged is there, nothing twice, and counters say what lists say. */
    String check() {
        clients.forEach(Client::check);
        Map<String, Integer> taken = new HashMap<>();
        clients.forEach(c -> c.bookings().keySet().forEach(session -> taken.merge(session, 1, Integer::sum)));
        for (String session : sessions) {
            int booked = taken.getOrDefault(session, 0);
            JsonNode board = World.expect(200, http.send("GET", "/sessions/" + session + "/candidates", head, "", Map.of()));
            assertEquals(booked, board.path("candidates").size(), "candidates, seed " + seed);
            assertEquals(booked, board.path("session").path("seatsTaken").asInt(), "seats taken, seed " + seed);
            assertTrue(booked <= SEATS, "more candidates than seats, seed " + seed);
        }
        return "%d learners, %d answers and %d bookings found again after %d requests, seed %d".formatted(clients.size(),
                clients.stream().mapToInt(Client::answers).sum(), taken.values().stream().mapToInt(n -> n).sum(),
                clients.stream().mapToInt(Client::asked).sum(), seed);
    }
}
