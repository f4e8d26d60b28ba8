package pix.embedded;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An embedded DynamoDB with the tables of the template, each called as in the design ({@code Learners}, …). Thread-safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    private final AmazonDynamoDBLocal engine;
    private final DynamoDbClient client;

    private EmbeddedStore(AmazonDynamoDBLocal engine) {
        this.engine = engine;
        this.client = new MeteredDynamo(engine.dynamoDbClient());
        createMissingTables(Template.ofBuild());
    }

    /** A store that is gone when it is closed. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(DynamoDBEmbedded.create(true));
    }

    /** A store kept in {@code folder}, made where it does not exist. What was acknowledged survives a killed process. */
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

    private void createMissingTables(Template template) {
        DynamoDbClient raw = engine.dynamoDbClient();
        Set<String> present = new HashSet<>(raw.listTables().tableNames());
        template.tables().stream()
                .filter(table -> !present.contains(table.name()))
                .forEach(table -> raw.createTable(TableDefinition.of(table)));
    }
}
