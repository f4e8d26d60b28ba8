package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.organisation.Roster;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The roster in the table {@code Organisations}, facet {@code student#studentId}. Thread-safe. */
public final class DynamoRoster implements Roster {
    private static final String FACET = "student#";

    private final DynamoDbClient client;
    private final String table;

    public DynamoRoster(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Student> find(String organisationId, String studentId) {
        Map<String, AttributeValue> key = Map.of("organisationId", fromS(organisationId), "facet", fromS(FACET + studentId));
        Map<String, AttributeValue> item = client.getItem(g -> g.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(student(item));
    }

    @Override
    public List<Student> ofClass(String organisationId, String className) {
        List<Student> students = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page = client.query(q -> q
                    .tableName(table)
                    .keyConditionExpression("organisationId = :organisation AND begins_with(facet, :student)")
                    .filterExpression("className = :class")
                    .expressionAttributeValues(Map.of(":organisation", fromS(organisationId), ":student", fromS(FACET),
                            ":class", fromS(className)))
                    .exclusiveStartKey(start.isEmpty() ? null : start));
            page.items().forEach(item -> students.add(student(item)));
            from = page.lastEvaluatedKey() == null ? Map.of() : page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return students;
    }

    private static Student student(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Student(item.text("facet").substring(FACET.length()), item.optionalText("learnerId"),
                item.text("familyName"), item.text("givenNames"), LocalDate.parse(item.text("birthDate")),
                item.optionalText("className").orElse(""));
    }
}
