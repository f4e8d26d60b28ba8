package pix.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import pix.http.Failures;
import pix.http.Json;
import pix.metrics.Metric;
import pix.metrics.Metrics;
import pix.store.ConsumedUnits;

/**
 * The one wrapper around every function that EventBridge Scheduler starts. What the event says does not matter; how
 * much time there is does. One log line a run, and the same as the answer; a failure is logged without its words and
 * thrown on, so that the schedule tries again.
 */
public abstract class ScheduledHandler implements RequestStreamHandler {
    /** What ending a run in good order takes. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** One run: what it costs, and where it reports what it passes over. */
    public record Run(Duration budget, ConsumedUnits units, Failures failures) {}

    /** Does the work and says in numbers what was done. */
    protected abstract ObjectNode run(Run run);

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        long start = System.nanoTime();
        Failures failures = new Failures(context, context.getAwsRequestId());
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
        Duration budget = left.compareTo(MARGIN.multipliedBy(2)) > 0 ? left.minus(MARGIN) : left.dividedBy(2);
        ConsumedUnits units = new ConsumedUnits();
        Metrics metrics = new Metrics();
        ObjectNode done = metrics.during(() -> measured(new Run(budget, units, failures), context));
        ObjectNode line = Json.object()
                .put("requestId", context.getAwsRequestId())
                .put("function", context.getFunctionName());
        line.setAll(done);
        line.put("ms", (System.nanoTime() - start) / 1_000_000)
                .put("readUnits", units.read())
                .put("writeUnits", units.written());
        metrics.add(Metric.ERRORS, 0);
        metrics.writeTo(line, System.currentTimeMillis());
        Json.log(context, line);
        out.write(Json.write(done).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode measured(Run run, Context context) {
        try {
            return run.units().measure(() -> run(run));
        } catch (RuntimeException e) {
            run.failures().accept(e);
            noteFailure(context);
            throw new IllegalStateException("a scheduled run failed; the log says where");
        }
    }

    private static void noteFailure(Context context) {
        Metrics metrics = new Metrics();
        metrics.add(Metric.ERRORS, 1);
        ObjectNode line = Json.object().put("requestId", context.getAwsRequestId()).put("function", context.getFunctionName());
        metrics.writeTo(line, System.currentTimeMillis());
        Json.log(context, line);
    }
}
