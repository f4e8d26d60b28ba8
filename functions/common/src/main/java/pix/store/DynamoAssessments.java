package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pix.assessment.Assessments;
import pix.assessment.Profile;
import pix.assessment.Turn;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Assessments in the table {@code Assessments}: partition {@code assessmentId}, sort key {@code sequence}, one item a
 * turn, never changed. The newest turn is one strongly consistent query of one item; appending is one conditional put of
 * less than a kilobyte. The low-level client serves here because a function that starts waits for what it loads: the
 * enhanced one took a tenth of the time until the first answer. Thread-safe.
 */
public final class DynamoAssessments implements Assessments {
    private static final String BY_LEARNER = "byLearner";
    private static final String BY_COMPLETION = "byCompletion";
    /** Into so many parts the index of completed assessments is spread. */
    private static final int SHARDS = 8;
    private static final String FREE = "attribute_not_exists(assessmentId)";

    private final DynamoDbClient client;
    private final String table;
    private final String learnersTable;
    private final DynamoProfiles profiles;

    public DynamoAssessments(DynamoDbClient client, String assessmentsTable, String learnersTable) {
        this.client = client;
        this.table = assessmentsTable;
        this.learnersTable = learnersTable;
        this.profiles = new DynamoProfiles(client, learnersTable);
    }

    @Override
    public Start start(Turn first, Profile profile) {
        ConditionCheck learnerExists = ConditionCheck.builder()
                .tableName(learnersTable)
                .key(Map.of("learnerId", fromS(profile.learnerId()), "facet", fromS("account")))
                .conditionExpression("attribute_exists(learnerId)")
                .build();
        return Transactions.write(client, List.of(
                        TransactWriteItem.builder().put(put(first)).build(),
                        TransactWriteItem.builder().update(profiles.update(profile, first.terms().slot())).build(),
                        TransactWriteItem.builder().conditionCheck(learnerExists).build()))
                .map(lost -> {
                    if (Cancellations.conditionFailed(lost, 2)) return Start.UNKNOWN_LEARNER;
                    if (Cancellations.conditionFailed(lost, 1)) return Start.PROFILE_CHANGED;
                    throw lost;
                })
                .orElse(Start.STARTED);
    }

    @Override
    public Optional<Turn> last(String assessmentId) {
        QueryRequest newest = where("assessmentId", assessmentId).consistentRead(true).scanIndexForward(false).limit(1).build();
        List<Map<String, AttributeValue>> items = client.query(newest).items();
        return items.isEmpty() ? Optional.empty() : Optional.of(TurnItems.read(items.getFirst()));
    }

    @Override
    public Optional<Turn> turn(String assessmentId, int sequence) {
        Map<String, AttributeValue> key =
                Map.of("assessmentId", fromS(assessmentId), "sequence", fromN(String.valueOf(sequence)));
        Map<String, AttributeValue> item = client.getItem(g -> g.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(TurnItems.read(item));
    }

    @Override
    public List<Turn> turns(String assessmentId) {
        return all(where("assessmentId", assessmentId).consistentRead(true)).stream().map(TurnItems::read).toList();
    }

    @Override
    public boolean append(Turn turn) {
        try {
            client.putItem(p -> p.tableName(table).item(TurnItems.write(turn)).conditionExpression(FREE));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Completion complete(Turn last, Profile profile) {
        return Transactions.write(client, List.of(
                        TransactWriteItem.builder().put(put(last)).build(),
                        TransactWriteItem.builder().update(profiles.update(profile, last.terms().slot())).build()))
                .map(lost -> Cancellations.conditionFailed(lost, 0) ? Completion.TURN_TAKEN : Completion.PROFILE_CHANGED)
                .orElse(Completion.COMPLETED);
    }

    @Override
    public List<String> completedIn(Instant hour) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> where("completedIn", part(hour, shard)).indexName(BY_COMPLETION))
                .flatMap(query -> all(query).stream())
                .map(item -> item.get("assessmentId").s())
                .toList();
    }

    /** Where the index of completed assessments has one. */
    static String completedIn(String assessmentId, Instant at) {
        return part(at.truncatedTo(ChronoUnit.HOURS), Math.floorMod(assessmentId.hashCode(), SHARDS));
    }

    private static String part(Instant hour, int shard) {
        return Values.text(hour) + "#" + shard;
    }

    @Override
    public List<String> startedBy(String learnerId) {
        return all(where("startedBy", learnerId).indexName(BY_LEARNER)).stream()
                .map(item -> item.get("assessmentId").s())
                .toList();
    }

    /** The put of a turn that is not there yet, as part of a transaction. */
    Put put(Turn turn) {
        return Put.builder()
                .tableName(table)
                .item(TurnItems.write(turn))
                .conditionExpression(FREE)
                .build();
    }

    private QueryRequest.Builder where(String key, String value) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(key + " = :key")
                .expressionAttributeValues(Map.of(":key", fromS(value)));
    }

    /** Of every page. */
    private List<Map<String, AttributeValue>> all(QueryRequest.Builder request) {
        QueryResponse page = client.query(request.build());
        List<Map<String, AttributeValue>> items = new ArrayList<>(page.items());
        while (page.hasLastEvaluatedKey()) {
            page = client.query(request.exclusiveStartKey(page.lastEvaluatedKey()).build());
            items.addAll(page.items());
        }
        return items;
    }
}
