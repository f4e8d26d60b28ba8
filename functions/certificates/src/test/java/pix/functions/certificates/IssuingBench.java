package pix.functions.certificates;

import static pix.functions.certificates.Fixtures.aResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import pix.certificate.Certificate;
import pix.certificate.IssueCertificates;
import pix.certificate.School;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How fast certificates are issued, beside how fast the same store takes the same items when it is given nothing else to
 * do: {@code mvn -pl functions/certificates -am test-compile exec:exec -Pissuing-bench}.
 */
public final class IssuingBench {
    private static final int SHARDS = 16;

    private IssuingBench() {}

    /** @param arguments how many results; 20,000 where nothing is said */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        try (World world = new World()) {
            School school = new School("school-1", Optional.of("0750655E"), Optional.of("3A"));
            parallel(count, i -> world.published.publish(aResult().of("learner-" + i).at(school).result()));

            long start = System.nanoTime();
            IssueCertificates.Report report;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                report = new IssueCertificates(world.certificates, world.statusLists, world.issuer, world.clock)
                        .run(world.clock.instant().plus(Duration.ofHours(1)), threads, RuntimeException::printStackTrace);
            }
            double issuing = report.issued() / seconds(start);

            Certificate sample = world.held("learner-0").getFirst();
            Map<String, AttributeValue> item = world.store.client().getItem(g -> g.tableName("Certificates").key(Map.of(
                    "certificateCode", AttributeValue.fromS(sample.code().text()),
                    "facet", AttributeValue.fromS("certificate")))).item();
            DynamoDbClient store = world.store.client();
            start = System.nanoTime();
            parallel(count, i -> {
                Map<String, AttributeValue> copy = new HashMap<>(item);
                copy.put("certificateCode", AttributeValue.fromS("bench-" + i));
                copy.put("holderId", AttributeValue.fromS("bench-" + i));
                store.putItem(p -> p.tableName("Certificates").item(copy)
                        .conditionExpression("attribute_not_exists(certificateCode)"));
            });
            double putting = count / seconds(start);

            System.out.printf("{\"due\":%d,\"issued\":%d,\"failed\":%d,\"issuedPerSecond\":%.0f,\"putsPerSecond\":%.0f,\"ratio\":%.2f}%n",
                    count, report.issued(), report.failed(), issuing, putting, issuing / putting);
        }
        System.exit(0);
    }

    private interface Work {
        void on(int i);
    }

    /** The same parallelism as a sweep has. */
    private static void parallel(int count, Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < SHARDS; worker++) {
                int first = worker;
                workers.add(threads.submit(() -> IntStream.iterate(first, i -> i < count, i -> i + SHARDS).forEach(work::on)));
            }
            for (Future<?> worker : workers) worker.get();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
