package pix.functions.enrolment;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import pix.enrolment.Student;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How fast a roster is imported, beside how fast the same store takes the same items in the same batches and with the same
 * parallelism when there is nothing to read, judge, match or seal. The store is measured before and after, so that a
 * machine that slows down in between does not flatter either. Then the same file again, which changes nothing:
 * {@code mvn -q -pl functions/enrolment -am -Penrolment-bench test-compile exec:exec}.
 */
public final class EnrolmentBench {
    private static final int AT_ONCE = 16;
    private static final int BATCH = 25;
    private static final int WARM_UP = 3_000;

    private EnrolmentBench() {}

    /** @param arguments how many rows; 100,000 where nothing is said */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (School warm = new School()) {
            warm.bring(School.COLUMNS + School.rows(0, WARM_UP, "3A"));
        }
        try (School school = new School()) {
            school.bring(School.COLUMNS + School.rows(0, 1, "3A"));
            Student sample = school.roster().getFirst();
            Map<String, AttributeValue> item = school.store.client().getItem(g -> g.tableName("Organisations").key(Map.of(
                    "organisationId", fromS(School.ID), "facet", fromS("student#" + sample.studentId())))).item();

            double putting = put(school.store.client(), item, 0, count / 2);
            Timed first = imported(school, count);
            putting += put(school.store.client(), item, count / 2, count);
            double rows = count / first.seconds();
            double puts = count / putting;
            System.out.printf("{\"rows\":%d,\"created\":%d,\"rowsPerSecond\":%.0f,\"batchedPutsPerSecond\":%.0f,\"ratio\":%.2f,"
                            + "\"heapMegabytes\":%d}%n",
                    count, first.upload().path("created").asInt(), rows, puts, rows / puts, Runtime.getRuntime().maxMemory() / 1_000_000);

            Timed again = imported(school, count);
            System.out.printf("{\"again\":{\"unchanged\":%d,\"rowsPerSecond\":%.0f}}%n",
                    again.upload().path("unchanged").asInt(), count / again.seconds());
        }
        System.exit(0);
    }

    private record Timed(JsonNode upload, double seconds) {}

    private static Timed imported(School school, int count) {
        String uploadId = school.put(School.COLUMNS + School.rows(0, count, "3A"), "import");
        long start = System.nanoTime();
        school.event(uploadId, school.wiring);
        double seconds = seconds(start);
        return new Timed(school.show(uploadId), seconds);
    }

    private static double put(DynamoDbClient client, Map<String, AttributeValue> item, int from, int to) throws InterruptedException {
        long start = System.nanoTime();
        Semaphore slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = from; i < to; i += BATCH) {
                List<WriteRequest> batch = batch(item, i, Math.min(to, i + BATCH));
                slots.acquire();
                threads.execute(() -> {
                    client.batchWriteItem(b -> b.requestItems(Map.of("Organisations", batch)));
                    slots.release();
                });
            }
        }
        return seconds(start);
    }

    /** The same item under other keys, in a school of its own. */
    private static List<WriteRequest> batch(Map<String, AttributeValue> item, int from, int to) {
        List<WriteRequest> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Map<String, AttributeValue> copy = new HashMap<>(item);
            copy.put("organisationId", fromS("bench"));
            copy.put("facet", fromS("student#bench-" + i));
            copy.put("classOrder", fromS("3A\tbench " + i));
            batch.add(WriteRequest.builder().putRequest(p -> p.item(copy)).build());
        }
        return batch;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
