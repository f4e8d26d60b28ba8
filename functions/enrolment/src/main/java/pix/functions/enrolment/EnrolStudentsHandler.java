package pix.functions.enrolment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import pix.enrolment.Upload;
import pix.http.Failures;
import pix.http.Json;
import pix.metrics.Metric;
import pix.metrics.Metrics;
import pix.store.ConsumedUnits;

/**
 * Imports a file of students as soon as it lies in the store; S3 says so, at least once. A run that fails is thrown on,
 * so that the event comes again. One log line a file, which names nobody.
 */
public final class EnrolStudentsHandler implements RequestStreamHandler {
    /** What ending a run in good order takes. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final ReceiveUpload receiveUpload;

    public EnrolStudentsHandler() {
        this(Wiring.ofPlatform());
    }

    EnrolStudentsHandler(Wiring wiring) {
        this.receiveUpload = new ReceiveUpload(wiring);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode done = Json.object();
        for (JsonNode record : event.path("Records")) {
            done = received(record.path("s3").path("object").path("key").asText(), context);
            Json.log(context, done);
        }
        out.write(Json.write(done).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode received(String key, Context context) {
        long start = System.nanoTime();
        ConsumedUnits units = new ConsumedUnits();
        Duration patience = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        ObjectNode line = Json.object()
                .put("requestId", context.getAwsRequestId())
                .put("function", context.getFunctionName());
        try {
            units.measure(() -> UploadKeys.ofEvent(key).flatMap(keys -> receiveUpload.receive(keys, patience)))
                    .ifPresent(upload -> tell(line, upload));
        } catch (RuntimeException e) {
            new Failures(context, context.getAwsRequestId()).accept(e);
            throw new IllegalStateException("an import failed; the log says where");
        }
        line.put("ms", (System.nanoTime() - start) / 1_000_000)
                .put("readUnits", units.read())
                .put("writeUnits", units.written());
        Metrics metrics = new Metrics();
        metrics.add(Metric.IMPORT_ROWS, line.path("rows").asLong());
        metrics.writeTo(line, System.currentTimeMillis());
        return line;
    }

    private static void tell(ObjectNode line, Upload upload) {
        line.put("state", upload.state().code())
                .put("rows", upload.tally().rows())
                .put("created", upload.tally().created())
                .put("updated", upload.tally().updated())
                .put("unchanged", upload.tally().unchanged())
                .put("refused", upload.tally().refused());
    }
}
