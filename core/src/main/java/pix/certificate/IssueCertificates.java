package pix.certificate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Issues every certificate that is due, one worker a shard, until none is left or the time is up; the next run takes up
 * what is left. Each certificate is one conditional write, so that a run may be repeated, overlap with another or die
 * anywhere: a candidate has one certificate, and none is missing after the next run.
 */
public final class IssueCertificates {
    /** So many failures in a row are an outage, not a bad result: the shard waits for the next run. */
    private static final int OUTAGE = 5;

    /**
     * @param issued by this run
     * @param lost issued by another in the meantime
     * @param failed still due
     * @param finished whether nothing was left for want of time
     */
    public record Report(int issued, int lost, int failed, boolean finished) {}

    private final Certificates certificates;
    private final StatusLists statusLists;
    private final Issuer issuer;
    private final InstantSource clock;

    public IssueCertificates(Certificates certificates, StatusLists statusLists, Issuer issuer, InstantSource clock) {
        this.certificates = certificates;
        this.statusLists = statusLists;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * @param until when to stop
     * @param workers runs one task a shard
     * @param failures is told of each failure, from any worker
     */
    public Report run(Instant until, Executor workers, Consumer<RuntimeException> failures) {
        Run run = new Run(clock.instant(), until, failures);
        CompletableFuture<?>[] sweeps = IntStream.range(0, certificates.shards())
                .mapToObj(shard -> CompletableFuture.runAsync(() -> run.sweep(shard), workers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sweeps).join();
        return run.report();
    }

    private final class Run {
        private final Instant upTo;
        private final Instant until;
        private final Consumer<RuntimeException> failures;
        private final AtomicInteger issued = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicBoolean finished = new AtomicBoolean(true);

        Run(Instant upTo, Instant until, Consumer<RuntimeException> failures) {
            this.upTo = upTo;
            this.until = until;
            this.failures = failures;
        }

        void sweep(int shard) {
            int failuresInARow = 0;
            List<DueResult> page = certificates.due(shard, upTo, Optional.empty());
            while (!page.isEmpty()) {
                List<StatusEntry> entries = statusLists.reserve(page.size());
                for (int i = 0; i < page.size(); i++) {
                    if (!clock.instant().isBefore(until)) {
                        finished.set(false);
                        return;
                    }
                    failuresInARow = issue(page.get(i), entries.get(i)) ? 0 : failuresInARow + 1;
                    if (failuresInARow == OUTAGE) return;
                }
                page = certificates.due(shard, upTo, Optional.of(page.getLast()));
            }
        }

        /** One bad result must not keep the others waiting, so its failure is reported and passed over. */
        private boolean issue(DueResult due, StatusEntry entry) {
            try {
                boolean won = certificates.issue(issuer.certify(due, entry, Optional.empty()));
                (won ? issued : lost).incrementAndGet();
                return true;
            } catch (RuntimeException e) {
                failed.incrementAndGet();
                failures.accept(e);
                return false;
            }
        }

        Report report() {
            return new Report(issued.get(), lost.get(), failed.get(), finished.get());
        }
    }
}
