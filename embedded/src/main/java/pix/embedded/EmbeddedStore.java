package pix.embedded;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * An embedded DynamoDB with the tables of the template, each called as in the design ({@code Learners}, …). Thread-safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final Waiter<DescribeTableResponse> UNTIL_FILLED = Waiter.builder(DescribeTableResponse.class)
            .overrideConfiguration(wait -> wait.maxAttempts(1_200)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(50))))
            .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(EmbeddedStore::filled))
            .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(any -> true))
            // The engine cannot count the entries of an index whose columns it is just adding.
            .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(any -> true))
            .build();

    private final AmazonDynamoDBLocal engine;
    private final DynamoDbClient client;

    private EmbeddedStore(AmazonDynamoDBLocal engine) {
        this.engine = engine;
        this.client = new MeteredDynamo(engine.dynamoDbClient());
        createWhatIsMissing(Template.ofBuild());
    }

    /** A store that is gone when it is closed. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(DynamoDBEmbedded.create(true));
    }

    /**
     * A store kept in {@code folder}, made where it does not exist. What was acknowledged survives a killed process, and what
     * an older version kept: tables and indexes that have come since are added.
     */
    public static EmbeddedStore in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep data in " + folder, e);
        }
        // The engine wants a file: given a folder it waits for ever.
        return new EmbeddedStore(DynamoDBEmbedded.create(folder.resolve("dynamodb.db").toFile(), true));
    }

    public DynamoDbClient client() {
        return client;
    }

    /** All that is kept, item by item, by table: to look for what should not be. Never part of answering a request. */
    public Map<String, List<Map<String, AttributeValue>>> everything() {
        DynamoDbClient raw = engine.dynamoDbClient();
        Map<String, List<Map<String, AttributeValue>>> all = new TreeMap<>();
        for (String table : raw.listTables().tableNames()) {
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            Map<String, AttributeValue> from = null;
            do {
                Map<String, AttributeValue> start = from;
                var page = raw.scan(s -> s.tableName(table).exclusiveStartKey(start));
                items.addAll(page.items());
                from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
            } while (from != null);
            all.put(table, items);
        }
        return all;
    }

    @Override
    public void close() {
        engine.shutdown();
    }

    private void createWhatIsMissing(Template template) {
        DynamoDbClient raw = engine.dynamoDbClient();
        Set<String> present = new HashSet<>(raw.listTables().tableNames());
        for (Template.Table table : template.tables()) {
            if (present.contains(table.name())) {
                addMissingIndexes(raw, table);
            } else {
                raw.createTable(TableDefinition.of(table));
            }
        }
    }

    /** A folder that an older version wrote has the tables of then. */
    private static void addMissingIndexes(DynamoDbClient raw, Template.Table table) {
        DescribeTableRequest describe = DescribeTableRequest.builder().tableName(table.name()).build();
        for (UpdateTableRequest update : TableDefinition.missingIndexes(table, raw.describeTable(describe).table())) {
            raw.updateTable(update);
            UNTIL_FILLED.run(() -> raw.describeTable(describe));
        }
    }

    private static boolean filled(DescribeTableResponse response) {
        return response.table().globalSecondaryIndexes().stream().allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }
}
