package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pix.http.Json;
import pix.schedule.ScheduledHandler;
import pix.session.PublishSession;

/** Publishes, on schedule, the sessions that need no jury. */
public final class PublishResultsHandler extends ScheduledHandler {
    private final PublishSession publishSession;
    private final InstantSource clock;

    public PublishResultsHandler() {
        this(Wiring.ofPlatform());
    }

    PublishResultsHandler(Wiring wiring) {
        this.publishSession = wiring.publishSession();
        this.clock = wiring.clock();
    }

    @Override
    protected ObjectNode run(Run run) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Executor metered = task -> threads.execute(() -> run.units().measure(() -> {
                task.run();
                return null;
            }));
            var report = publishSession.publishDue(clock.instant().plus(run.budget()), metered, run.failures());
            return Json.object()
                    .put("published", report.published())
                    .put("failed", report.failed())
                    .put("finished", report.finished());
        }
    }
}
