package pix.functions.certificates;

import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import pix.certificate.Certificate;
import pix.certificate.IssueCertificates;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How fast certificates are issued, beside how fast the same store takes the same items with the same parallelism when
 * there is nothing to read, write out or sign. Both are warmed up by as many, and the store is measured before and after,
 * so that neither a cold start nor a machine that slows down in between flatters or harms one side: {@code mvn -q -pl functions/certificates -am -Pissuing-bench test-compile exec:exec}.
 */
public final class IssuingBench {
    private static final int WORKERS = 16;
    private static final int WARM_UP = 8_000;

    private IssuingBench() {}

    /** @param arguments how many results; 20,000 where nothing is said */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        try (World world = new World()) {
            Map<String, AttributeValue> item = item(world, world.issued(aResult().of("sample").result()));
            parallel(0, WARM_UP, i -> world.published.publish(aResult().of("warm-up-" + i).result()));
            issue(world);
            put(world, item, count, count + WARM_UP);
            parallel(0, count, i -> world.published.publish(aResult().of("learner-" + i).result()));

            long start = System.nanoTime();
            put(world, item, 0, count / 2);
            double before = seconds(start);
            start = System.nanoTime();
            IssueCertificates.Report report = issue(world);
            double issuing = seconds(start);
            start = System.nanoTime();
            put(world, item, count / 2, count);
            double putting = before + seconds(start);

            double issued = report.issued() / issuing;
            double put = count / putting;
            System.out.printf("issued %d of %d due: %.0f a second, %.0f %% of the %.0f puts a second the store takes alone"
                    + " (goal: 50 %% or more)%n", report.issued(), count, issued, 100 * issued / put, put);
            System.out.printf("{\"due\":%d,\"issued\":%d,\"failed\":%d,\"issuedPerSecond\":%.0f,\"putsPerSecond\":%.0f,"
                    + "\"ratio\":%.2f}%n", count, report.issued(), report.failed(), issued, put, issued / put);
        }
        System.exit(0);
    }

    private static IssueCertificates.Report issue(World world) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new IssueCertificates(world.certificates, world.statusLists, world.issuer, world.clock)
                    .run(NOW.plus(Duration.ofHours(1)), threads, RuntimeException::printStackTrace);
        }
    }

    private static Map<String, AttributeValue> item(World world, Certificate certificate) {
        return world.store.client().getItem(g -> g.tableName("Certificates").key(Map.of(
                "certificateCode", fromS(certificate.code().text()), "facet", fromS("certificate")))).item();
    }

    private static void put(World world, Map<String, AttributeValue> item, int from, int to) throws Exception {
        parallel(from, to, i -> {
            Map<String, AttributeValue> copy = new HashMap<>(item);
            copy.put("certificateCode", fromS("bench-" + i));
            copy.put("holderId", fromS("bench-" + i));
            copy.put("studentOrder", fromS("bench-" + i + "#"));
            world.store.client().putItem(p -> p.tableName("Certificates").item(copy)
                    .conditionExpression("attribute_not_exists(certificateCode)"));
        });
    }

    private interface Work {
        void on(int i);
    }

    private static void parallel(int from, int to, Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int first = from + worker;
                workers.add(threads.submit(() -> IntStream.iterate(first, i -> i < to, i -> i + WORKERS).forEach(work::on)));
            }
            for (Future<?> worker : workers) worker.get();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
