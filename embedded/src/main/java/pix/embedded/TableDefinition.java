package pix.embedded;

import static pix.embedded.Template.list;
import static pix.embedded.Template.map;
import static pix.embedded.Template.text;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** Turns a table of the template into the call that creates it. */
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
