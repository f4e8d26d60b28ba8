package pix.enrolment;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Writes that run beside whoever wants them, a bounded number at a time; the first failure ends it all. */
public final class Writes {
    private static final int AT_ONCE = 16;

    private final Executor threads;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** @param threads where the writes run */
    public Writes(Executor threads) {
        this.threads = threads;
    }

    /** Waits for room where there is none. */
    public void submit(Runnable write) {
        slots.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                if (failure.get() == null) write.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                slots.release();
            }
        });
        check();
    }

    /** Waits for all. */
    public void finish() {
        slots.acquireUninterruptibly(AT_ONCE);
        slots.release(AT_ONCE);
        check();
    }

    private void check() {
        if (failure.get() != null) throw new IllegalStateException("a write to the roster failed", failure.get());
    }
}
