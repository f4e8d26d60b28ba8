package pix.functions.enrolment;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A line on which the process, all its threads, stops just before its n-th call while the world goes on. */
final class Sleepy extends Line {
    private int left;
    private final Runnable meanwhile;

    Sleepy(DynamoDbClient store, int calls, Runnable meanwhile) {
        super(store);
        this.left = calls;
        this.meanwhile = meanwhile;
    }

    synchronized boolean slept() {
        return left < 0;
    }

    @Override
    synchronized <T> T call(Supplier<T> call) {
        if (left-- == 0) meanwhile.run();
        return call.get();
    }
}
