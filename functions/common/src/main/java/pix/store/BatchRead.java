package pix.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items by their keys. */
final class BatchRead {
    private static final int MOST_KEYS = 100;

    private BatchRead() {}

    /** The items that exist, in no order. @param fresh whether every write before must be seen, at twice the price */
    static List<Map<String, AttributeValue>> items(
            DynamoDbClient client, String table, Collection<Map<String, AttributeValue>> keys, boolean fresh) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        List<Map<String, AttributeValue>> left = new ArrayList<>(keys.stream().distinct().toList());
        while (!left.isEmpty()) {
            List<Map<String, AttributeValue>> some = left.subList(0, Math.min(MOST_KEYS, left.size()));
            KeysAndAttributes wanted = KeysAndAttributes.builder().keys(some).consistentRead(fresh).build();
            BatchGetItemResponse response = client.batchGetItem(b -> b.requestItems(Map.of(table, wanted)));
            found.addAll(response.responses().getOrDefault(table, List.of()));
            List<Map<String, AttributeValue>> rest = new ArrayList<>(left.subList(some.size(), left.size()));
            if (response.unprocessedKeys().containsKey(table)) rest.addAll(response.unprocessedKeys().get(table).keys());
            left = rest;
        }
        return found;
    }
}
