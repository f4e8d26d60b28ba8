package pix.store;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** The read and write units the store charged for a piece of work. Thread-safe. */
public final class ConsumedUnits {
    private static final ScopedValue<ConsumedUnits> CURRENT = ScopedValue.newInstance();

    private final DoubleAdder read = new DoubleAdder();
    private final DoubleAdder written = new DoubleAdder();

    /** Runs {@code work} and adds what the store charges for it on this thread. */
    public <T> T measure(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** The same threads, with what their work costs added here. */
    public Executor counting(Executor threads) {
        return task -> threads.execute(() -> measure(() -> {
            task.run();
            return null;
        }));
    }

    /** Of the work this thread is part of, to hand on to threads that help; of nobody where there is none. */
    public static ConsumedUnits current() {
        return CURRENT.isBound() ? CURRENT.get() : new ConsumedUnits();
    }

    public double read() {
        return read.sum();
    }

    public double written() {
        return written.sum();
    }

    static void addRead(List<ConsumedCapacity> charges) {
        if (CURRENT.isBound()) charges.forEach(c -> CURRENT.get().read.add(units(c)));
    }

    static void addWritten(List<ConsumedCapacity> charges) {
        if (CURRENT.isBound()) charges.forEach(c -> CURRENT.get().written.add(units(c)));
    }

    private static double units(ConsumedCapacity charge) {
        return charge == null || charge.capacityUnits() == null ? 0 : charge.capacityUnits();
    }
}
