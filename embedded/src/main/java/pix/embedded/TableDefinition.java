package pix.embedded;

import static pix.embedded.Template.list;
import static pix.embedded.Template.map;
import static pix.embedded.Template.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Turns a table of the template into the call that creates it, and into those that add what an older one has not. */
public final class TableDefinition {
    private TableDefinition() {}

    /** Keys, indexes and billing; what only the cloud has (recovery, encryption) is left out. */
    public static CreateTableRequest of(Template.Table table) {
        Map<String, Object> properties = table.properties();
        List<GlobalSecondaryIndex> indexes = list(properties.get("GlobalSecondaryIndexes")).stream()
                .map(i -> index(map(i)))
                .toList();
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(properties))
                .attributeDefinitions(list(properties.get("AttributeDefinitions")).stream()
                        .map(a -> AttributeDefinition.builder()
                                .attributeName(text(map(a), "AttributeName"))
                                .attributeType(text(map(a), "AttributeType"))
                                .build())
                        .toList());
        return (indexes.isEmpty() ? request : request.globalSecondaryIndexes(indexes)).build();
    }

    /** One call an index that the table has not yet: the store adds one at a time. An index whose keys have changed stays as it is. */
    static List<UpdateTableRequest> missingIndexes(Template.Table table, TableDescription present) {
        CreateTableRequest wanted = of(table);
        Set<String> names = present.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .collect(Collectors.toSet());
        return wanted.globalSecondaryIndexes().stream()
                .filter(index -> !names.contains(index.indexName()))
                .map(index -> UpdateTableRequest.builder()
                        .tableName(wanted.tableName())
                        .attributeDefinitions(wanted.attributeDefinitions())
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder().create(c -> c
                                .indexName(index.indexName()).keySchema(index.keySchema()).projection(index.projection())).build())
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Map<String, Object> index) {
        Map<String, Object> projection = map(index.get("Projection"));
        Projection.Builder projected = Projection.builder().projectionType(text(projection, "ProjectionType"));
        List<?> more = list(projection.get("NonKeyAttributes"));
        if (!more.isEmpty()) projected.nonKeyAttributes(more.stream().map(String::valueOf).toList());
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(index))
                .projection(projected.build())
                .build();
    }

    private static List<KeySchemaElement> keys(Map<String, Object> owner) {
        return list(owner.get("KeySchema")).stream()
                .map(k -> KeySchemaElement.builder()
                        .attributeName(text(map(k), "AttributeName"))
                        .keyType(text(map(k), "KeyType"))
                        .build())
                .toList();
    }
}
