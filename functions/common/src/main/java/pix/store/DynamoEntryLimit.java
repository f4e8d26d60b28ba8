package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.InstantSource;
import java.util.Map;
import pix.session.EntryLimit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts entries of a candidate in a few minutes in the table {@code Sessions}, under {@code tries#…}, which the store
 * forgets. One write, and it decides: tries at the same moment are counted one by one. Thread-safe.
 */
public final class DynamoEntryLimit implements EntryLimit {
    public static final int WINDOW_SECONDS = 300;
    private static final int MOST_A_WINDOW = 10;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    public DynamoEntryLimit(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean admits(String sessionId, String learnerId) {
        long now = clock.instant().getEpochSecond();
        String facet = "tries#" + learnerId + "#" + now / WINDOW_SECONDS;
        String tries = client.updateItem(u -> u.tableName(table)
                        .key(Map.of("sessionId", fromS(sessionId), "facet", fromS(facet)))
                        .updateExpression("ADD tries :one SET expiresAt = :forgotten")
                        .expressionAttributeValues(Map.of(
                                ":one", fromN("1"), ":forgotten", fromN(String.valueOf(now + 2 * WINDOW_SECONDS))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes().get("tries").n();
        return Integer.parseInt(tries) <= MOST_A_WINDOW;
    }
}
