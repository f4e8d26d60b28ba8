package pix.store;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes all or nothing, and waits a moment where another transaction is at the same items. */
final class Transactions {
    private static final int TRIES = 12;
    private static final int LONGEST_WAIT_MILLIS = 40;

    private Transactions() {}

    /** @return why conditions cancelled it, empty where all was written */
    static Optional<TransactionCanceledException> write(DynamoDbClient client, List<TransactWriteItem> actions) {
        for (int i = 1; ; i++) {
            try {
                client.transactWriteItems(t -> t.transactItems(actions));
                return Optional.empty();
            } catch (TransactionCanceledException e) {
                if (Cancellations.onlyConditions(e)) return Optional.of(e);
                if (!Cancellations.conflict(e) || i == TRIES) throw e;
                Jitter.pause(LONGEST_WAIT_MILLIS * i);
            }
        }
    }
}
