package pix.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import pix.platform.Platform;

/**
 * What one call counted. It goes into the log line of the call, in CloudWatch's embedded metric format: no call of
 * another service, no line of its own. Where {@code METRICS_NAMESPACE} is not set, the line just has the numbers.
 * Thread-safe.
 */
public final class Metrics {
    private static final ScopedValue<Metrics> CURRENT = ScopedValue.newInstance();

    private final Map<Metric, Long> counts = Collections.synchronizedMap(new EnumMap<>(Metric.class));

    /** Adds to what the call this thread works for counts; 0 says that it was looked at. */
    public static void count(Metric metric, long number) {
        if (CURRENT.isBound()) CURRENT.get().add(metric, number);
    }

    /** Runs {@code work} and takes what it counts on this thread. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public void add(Metric metric, long number) {
        counts.merge(metric, number, Long::sum);
    }

    /** @param millis now, since 1970 */
    public void writeTo(ObjectNode line, long millis) {
        Platform.environment("METRICS_NAMESPACE").ifPresent(namespace -> describe(line, namespace, millis));
        counts.forEach((metric, number) -> line.put(metric.title(), number));
    }

    private void describe(ObjectNode line, String namespace, long millis) {
        ObjectNode aws = line.putObject("_aws").put("Timestamp", millis);
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", namespace);
        // One set of dimensions, and it is empty: each further one would be paid for metric by metric.
        directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        counts.keySet().forEach(metric -> metrics.addObject().put("Name", metric.title()).put("Unit", "Count"));
    }
}
