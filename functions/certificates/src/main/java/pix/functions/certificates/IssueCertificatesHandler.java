package pix.functions.certificates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pix.certificate.IssueCertificates;
import pix.certificate.IssueCertificates.Report;
import pix.http.Json;
import pix.metrics.Metric;
import pix.metrics.Metrics;
import pix.schedule.ScheduledHandler;

/** Issues the certificates that are due, on schedule. */
public final class IssueCertificatesHandler extends ScheduledHandler {
    private final IssueCertificates issueCertificates;
    private final InstantSource clock;

    public IssueCertificatesHandler() {
        this(Wiring.issueCertificates(), Wiring.clock());
    }

    IssueCertificatesHandler(IssueCertificates issueCertificates, InstantSource clock) {
        this.issueCertificates = issueCertificates;
        this.clock = clock;
    }

    @Override
    protected ObjectNode run(Run run) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Executor metered = task -> threads.execute(() -> run.units().measure(() -> {
                task.run();
                return null;
            }));
            return json(issueCertificates.run(clock.instant().plus(run.budget()), metered, run.failures()));
        }
    }

    private static ObjectNode json(Report report) {
        Metrics.count(Metric.CERTIFICATES_ISSUED, report.issued());
        Metrics.count(Metric.CERTIFICATES_WAITING, report.failed() + (report.finished() ? 0 : 1));
        return Json.object()
                .put("issued", report.issued())
                .put("lost", report.lost())
                .put("failed", report.failed())
                .put("finished", report.finished());
    }
}
