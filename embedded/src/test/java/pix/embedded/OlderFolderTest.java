package pix.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What a version without some of the indexes left behind. */
class OlderFolderTest {
    private static final Map<String, AttributeValue> STUDENT = Map.of(
            "organisationId", fromS("school"), "facet", fromS("student#1"), "birthDate", fromS("2010-05-17"), "classOrder", fromS("3A#"));

    @TempDir
    private Path folder;

    @Test
    void indexes_that_have_come_since_are_added_and_find_what_was_there() {
        writeWith(List.of("byDepartment", "byMember"));

        try (EmbeddedStore store = EmbeddedStore.in(folder)) {
            assertEquals(List.of("student#1"), found(store, "byBirthDate", "birthDate", "2010-05-17"));
            assertEquals(List.of("student#1"), found(store, "byClass", "classOrder", "3A#"));
        }
    }

    @Test
    void a_folder_without_any_index_gets_them_all_and_a_second_start_finds_them() {
        writeWith(List.of());

        EmbeddedStore.in(folder).close();

        try (EmbeddedStore store = EmbeddedStore.in(folder)) {
            assertEquals(List.of("student#1"), found(store, "byBirthDate", "birthDate", "2010-05-17"));
        }
    }

    /** The table of organisations as it was with these indexes only, and a student in it. */
    private void writeWith(List<String> indexes) {
        CreateTableRequest now = TableDefinition.of(Template.ofBuild().tables().stream()
                .filter(table -> table.name().equals("Organisations")).findFirst().orElseThrow());
        List<GlobalSecondaryIndex> then =
                now.globalSecondaryIndexes().stream().filter(index -> indexes.contains(index.indexName())).toList();
        List<String> keys = Stream.concat(now.keySchema().stream(), then.stream().flatMap(i -> i.keySchema().stream()))
                .map(key -> key.attributeName()).toList();
        AmazonDynamoDBLocal engine = DynamoDBEmbedded.create(folder.resolve("dynamodb.db").toFile(), true);
        engine.dynamoDbClient().createTable(now.toBuilder()
                .globalSecondaryIndexes(then.isEmpty() ? null : then)
                .attributeDefinitions(now.attributeDefinitions().stream().filter(a -> keys.contains(a.attributeName())).toList())
                .build());
        engine.dynamoDbClient().putItem(p -> p.tableName("Organisations").item(STUDENT));
        engine.shutdown();
    }

    private static List<String> found(EmbeddedStore store, String index, String attribute, String value) {
        return store.client().query(q -> q.tableName("Organisations").indexName(index)
                        .keyConditionExpression("organisationId = :school AND " + attribute + " = :value")
                        .expressionAttributeValues(Map.of(":school", fromS("school"), ":value", fromS(value))))
                .items().stream().map(item -> item.get("facet").s()).toList();
    }
}
