package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import pix.Page;

/** Goes through the sessions in a state of the jury, a page at a time and the page side by side, as long as there is time. */
final class Sweep {
    private final Sessions sessions;
    private final InstantSource clock;
    private final Instant until;
    private final Executor workers;
    private final Consumer<RuntimeException> failures;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean finished = new AtomicBoolean(true);

    Sweep(Sessions sessions, InstantSource clock, Instant until, Executor workers, Consumer<RuntimeException> failures) {
        this.sessions = sessions;
        this.clock = clock;
        this.until = until;
        this.workers = workers;
        this.failures = failures;
    }

    /** @return how many sessions the work was done for */
    int over(JuryState state, Predicate<Session> wanted, Consumer<Session> work) {
        AtomicInteger done = new AtomicInteger();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Session> page = sessions.ofJury(state, cursor);
            List<CompletableFuture<Void>> tasks = page.entries().stream()
                    .filter(wanted)
                    .map(session -> CompletableFuture.runAsync(() -> take(session, work, done), workers))
                    .toList();
            CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).join();
            cursor = page.cursor();
        } while (cursor.isPresent() && finished.get());
        return done.get();
    }

    int failed() {
        return failed.get();
    }

    boolean finished() {
        return finished.get();
    }

    /** One bad session must not keep the others waiting, so its failure is reported and passed over. */
    private void take(Session session, Consumer<Session> work, AtomicInteger done) {
        if (!clock.instant().isBefore(until)) {
            finished.set(false);
            return;
        }
        try {
            work.accept(session);
            done.incrementAndGet();
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            failures.accept(e);
        }
    }
}
