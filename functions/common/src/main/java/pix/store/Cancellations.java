package pix.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads why a transaction was cancelled. */
final class Cancellations {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String NONE = "None";

    private Cancellations() {}

    /** Whether conditions, and nothing else, cancelled it. */
    static boolean onlyConditions(TransactionCanceledException e) {
        List<CancellationReason> reasons = e.cancellationReasons();
        return reasons.stream().anyMatch(r -> CONDITION.equals(r.code()))
                && reasons.stream().allMatch(r -> CONDITION.equals(r.code()) || NONE.equals(r.code()));
    }

    /** Whether the condition of the {@code n}-th action, from 0, failed. */
    static boolean conditionFailed(TransactionCanceledException e, int n) {
        return CONDITION.equals(e.cancellationReasons().get(n).code());
    }

    /** Whether another transaction was at the same items: to be tried again. */
    static boolean conflict(TransactionCanceledException e) {
        return e.cancellationReasons().stream().anyMatch(r -> "TransactionConflict".equals(r.code()));
    }
}
