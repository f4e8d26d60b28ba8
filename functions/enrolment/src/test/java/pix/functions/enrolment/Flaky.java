package pix.functions.enrolment;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A line that goes dead: from the n-th call on nothing gets through, and the call it dies on may have reached the store
 * or not. To the caller it is as if the process had been killed there.
 */
final class Flaky extends Line {
    private final AtomicInteger left;
    private final boolean lastGetsThrough;

    Flaky(DynamoDbClient store, int calls, boolean lastGetsThrough) {
        super(store);
        this.left = new AtomicInteger(calls);
        this.lastGetsThrough = lastGetsThrough;
    }

    boolean died() {
        return left.get() < 0;
    }

    @Override
    <T> T call(Supplier<T> call) {
        int rest = left.getAndDecrement();
        if (rest > 0) return call.get();
        if (rest == 0 && lastGetsThrough) call.get();
        throw new IllegalStateException("dead");
    }
}
