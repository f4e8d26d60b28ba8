package pix.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts many items where no condition has to hold, and again what the store was too busy for. */
final class BatchWrite {
    static final int MOST_ITEMS = 25;
    private static final int LONGEST_WAIT_MILLIS = 50;
    private static final int TRIES = 20;

    private BatchWrite() {}

    /** @param items no two with the same key */
    static void put(DynamoDbClient client, String table, List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += MOST_ITEMS) {
            List<Map<String, AttributeValue>> some = items.subList(from, Math.min(items.size(), from + MOST_ITEMS));
            write(client, table, some.stream().map(i -> WriteRequest.builder().putRequest(p -> p.item(i)).build()).toList());
        }
    }

    private static void write(DynamoDbClient client, String table, List<WriteRequest> requests) {
        List<WriteRequest> left = requests;
        for (int i = 1; !left.isEmpty(); i++) {
            if (i > TRIES) throw new IllegalStateException("the store does not take a batch");
            if (i > 1) Jitter.pause(LONGEST_WAIT_MILLIS * i);
            List<WriteRequest> now = left;
            left = new ArrayList<>(client.batchWriteItem(b -> b.requestItems(Map.of(table, now)))
                    .unprocessedItems().getOrDefault(table, List.of()));
        }
    }
}
