package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pix.assessment.CalibrateBank;
import pix.assessment.CalibrateBank.Report;
import pix.http.Json;
import pix.schedule.ScheduledHandler;

/** Learns from the tests finished since the last run what the items are like, on schedule. */
public final class CalibrateBankHandler extends ScheduledHandler {
    /** Tests read at once. */
    private static final int READERS = 16;

    private final CalibrateBank calibrateBank;
    private final InstantSource clock;

    public CalibrateBankHandler() {
        this(Wiring.calibrateBank(), Wiring.clock());
    }

    CalibrateBankHandler(CalibrateBank calibrateBank, InstantSource clock) {
        this.calibrateBank = calibrateBank;
        this.clock = clock;
    }

    @Override
    protected ObjectNode run(Run run) {
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
            Executor metered = task -> threads.execute(() -> run.units().measure(() -> {
                task.run();
                return null;
            }));
            return json(calibrateBank.run(clock.instant().plus(run.budget()), metered));
        }
    }

    private static ObjectNode json(Report report) {
        return Json.object()
                .put("tests", report.tests())
                .put("version", report.version())
                .put("finished", report.finished())
                .put("lost", report.lost());
    }
}
