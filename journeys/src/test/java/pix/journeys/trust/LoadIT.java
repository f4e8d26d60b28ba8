package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.embedded.EmbeddedStore;
import pix.http.Json;
import pix.journeys.Product;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Many learners answer at once, without a moment to think, on the started product. Says how fast, beside how fast the same
 * kind of store alone puts and queries in the same run. {@code -Pload}: 1,000 learners for 5 minutes.
 */
class LoadIT {
    private static final int LEARNERS = Integer.getInteger("pix.load.learners", 20);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("pix.load.seconds", 4));
    private static final Duration STORE_TIME = Duration.ofSeconds(Math.max(2, Math.min(10, TIME.toSeconds() / 4)));
    private static final int STORE_THREADS = 8;
    private static final int ITEM_BYTES = 1200;
    /** As the run command has it, and the JVM of the store alone. */
    private static final String COMPILED_WELL = "-XX:TieredStopAtLevel=4";

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void a_crowd_is_answered_without_a_failure(@TempDir Path data, @TempDir Path alone) throws Exception {
        double store = storeRate(alone);
        try (Product product = Product.start(data, COMPILED_WELL)) {
            Http http = new Http(product.address());
            List<String> tokens = inParallel(16, LEARNERS, i -> register(http, i));
            long early = product.residentKilobytes();
            long end = System.nanoTime() + TIME.toNanos();
            inParallel(LEARNERS, LEARNERS, i -> answer(http, tokens.get(i), end));
            long late = product.residentKilobytes();

            double rate = nanos.size() / (double) TIME.toSeconds();
            System.out.printf("load: %d learners, %d s: %.0f answers/s, p50 %d ms, p99 %d ms, %d failures; store alone %.0f put+query/s,"
                            + " ratio %.0f %%; memory %d MB before, %d MB after%n", LEARNERS, TIME.toSeconds(), rate, percentile(0.5),
                    percentile(0.99), failures.size(), store, 100 * rate / store, early / 1024, late / 1024);
            assertEquals(List.of(), failures.stream().limit(5).toList(), () -> product.errors().stream().findFirst().orElse(""));
            assertTrue(nanos.size() > LEARNERS, "everybody answered something");
        }
    }

    private static String register(Http http, int i) {
        ObjectNode person = Json.object().put("username", "load-" + i).put("password", "neuf-violons-bleus").put("givenName", "Zoé")
                .put("familyName", "Martin").put("birthDate", "2009-03-14").put("situation", "terminale").put("locale", "fr");
        World.expect(201, http.send("POST", "/accounts", "", Json.write(person), Map.of()));
        return World.expect(200, http.send("POST", "/tokens", "", Json.write(person.retain("username", "password")), Map.of()))
                .path("accessToken").asText();
    }

    /** Placements, one after the other, until the time is over. */
    private String answer(Http http, String token, long end) {
        JsonNode started = Json.object();
        JsonNode question = Json.object();
        while (System.nanoTime() < end) {
            if (!question.has("itemId")) {
                started = ask(http, "/assessments", token, Json.object().put("kind", "placement").put("locale", "fr"));
                question = started.path("question");
                continue;
            }
            ObjectNode body = Json.object().put("sequence", question.path("sequence").asInt()).put("itemId", question.path("itemId").asText());
            body.set("response", Json.object().put("skip", true));
            long start = System.nanoTime();
            question = ask(http, "/assessments/" + started.path("assessmentId").asText() + "/answers", token, body).path("question");
            nanos.add(System.nanoTime() - start);
        }
        return "";
    }

    private JsonNode ask(Http http, String path, String token, JsonNode body) {
        Http.Answer answer = http.send("POST", path, token, Json.write(body), Map.of());
        if (answer.status() < 300) return answer.json();
        failures.add(path + " " + answer.status() + " " + answer.text());
        return Json.object();
    }

    private long percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return sorted.length == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(sorted[(int) (share * (sorted.length - 1))]);
    }

    /** How many times a second a store alone, on disk as the product's, puts an item as large as a turn and queries for it. */
    private static double storeRate(Path folder) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.in(folder)) {
            DynamoDbClient client = store.client();
            AtomicInteger done = new AtomicInteger();
            long end = System.nanoTime() + STORE_TIME.toNanos();
            inParallel(STORE_THREADS, STORE_THREADS, thread -> {
                for (int i = 0; System.nanoTime() < end; i++) {
                    Map<String, AttributeValue> key = Map.of("learnerId", AttributeValue.fromS("learner-" + thread),
                            "facet", AttributeValue.fromS("turn-" + i), "body", AttributeValue.fromS("x".repeat(ITEM_BYTES)));
                    client.putItem(p -> p.tableName("Learners").item(key));
                    client.query(q -> q.tableName("Learners").keyConditionExpression("learnerId = :l").limit(1).scanIndexForward(false)
                            .expressionAttributeValues(Map.of(":l", key.get("learnerId"))));
                    done.incrementAndGet();
                }
                return "";
            });
            return done.get() / (double) STORE_TIME.toSeconds();
        }
    }

    private interface Work {
        String of(int i);
    }

    private static List<String> inParallel(int threads, int times, Work work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int n = i;
                results.add(pool.submit(() -> work.of(n)));
            }
            List<String> all = new ArrayList<>();
            for (Future<String> result : results) all.add(result.get());
            return all;
        }
    }
}
