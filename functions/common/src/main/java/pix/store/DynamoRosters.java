package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pix.enrolment.Rosters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What is known of a roster as a whole, in the table {@code Organisations}, facet {@code roster}. Thread-safe. */
public final class DynamoRosters implements Rosters {
    private static final String FACET = "roster";
    /** An attribute of a map has a name of at least one character. */
    private static final String NO_CLASS = " ";

    private final DynamoDbClient client;
    private final String table;

    public DynamoRosters(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Summary summary(String organisationId) {
        Map<String, AttributeValue> item =
                client.getItem(g -> g.tableName(table).key(key(organisationId)).consistentRead(true)).item();
        Map<String, Long> classes = new HashMap<>();
        if (item.containsKey("classes")) {
            item.get("classes").m().forEach((name, n) -> {
                long students = Long.parseLong(n.n());
                if (students > 0) classes.put(name.equals(NO_CLASS) ? "" : name, students);
            });
        }
        return new Summary(Optional.ofNullable(item.get("lastImport")).map(AttributeValue::s), classes);
    }

    @Override
    public boolean acquire(String organisationId, String runId, Instant now, Instant until) {
        return update(organisationId, u -> u
                .updateExpression("SET runId = :run, leaseUntil = :until")
                .conditionExpression("attribute_not_exists(runId) OR runId = :run OR leaseUntil < :now")
                .expressionAttributeValues(Map.of(
                        ":run", fromS(runId), ":until", fromS(Values.text(until)), ":now", fromS(Values.text(now)))));
    }

    @Override
    public boolean renew(String organisationId, String runId, Instant until) {
        return update(organisationId, u -> u
                .updateExpression("SET leaseUntil = :until")
                .conditionExpression("runId = :run")
                .expressionAttributeValues(Map.of(":run", fromS(runId), ":until", fromS(Values.text(until)))));
    }

    @Override
    public boolean imported(String organisationId, String runId, String uploadId, Map<String, Long> classes) {
        Map<String, AttributeValue> counts = new HashMap<>();
        classes.forEach((name, n) -> counts.put(name.isEmpty() ? NO_CLASS : name, fromN(String.valueOf(n))));
        return update(organisationId, u -> u
                .updateExpression("SET lastImport = :upload, classes = :classes REMOVE runId, leaseUntil")
                .conditionExpression("runId = :run")
                .expressionAttributeValues(Map.of(":run", fromS(runId), ":upload", fromS(uploadId), ":classes", fromM(counts))));
    }

    @Override
    public void release(String organisationId, String runId) {
        update(organisationId, u -> u
                .updateExpression("REMOVE runId, leaseUntil")
                .conditionExpression("runId = :run")
                .expressionAttributeValues(Map.of(":run", fromS(runId))));
    }

    @Override
    public void count(String organisationId, Optional<String> className, int change) {
        update(organisationId, u -> u
                .updateExpression("ADD classes.#class :change")
                .conditionExpression("attribute_exists(classes)")
                .expressionAttributeNames(Map.of("#class", className.filter(c -> !c.isEmpty()).orElse(NO_CLASS)))
                .expressionAttributeValues(Map.of(":change", fromN(String.valueOf(change)))));
    }

    private boolean update(String organisationId, Consumer<UpdateItemRequest.Builder> change) {
        UpdateItemRequest.Builder request = UpdateItemRequest.builder().tableName(table).key(key(organisationId));
        change.accept(request);
        try {
            client.updateItem(request.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String organisationId) {
        return Map.of("organisationId", fromS(organisationId), "facet", fromS(FACET));
    }
}
