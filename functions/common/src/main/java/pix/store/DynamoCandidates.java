package pix.store;

import static pix.store.DynamoSessions.number;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.assessment.Turn;
import pix.session.Candidate;
import pix.session.Candidates;
import pix.session.Event;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Candidates in the table {@code Sessions}, facet {@code candidate#learnerId}, without a name: who they are is in
 * {@code Learners}. Every change is guarded by the revision and comes with its event; how far a test has come is counted
 * beside it. Thread-safe.
 */
public final class DynamoCandidates implements Candidates {
    private final DynamoDbClient client;
    private final String table;
    private final DynamoAssessments assessments;

    public DynamoCandidates(DynamoDbClient client, String sessionsTable, DynamoAssessments assessments) {
        this.client = client;
        this.table = sessionsTable;
        this.assessments = assessments;
    }

    @Override
    public Optional<Candidate> find(String sessionId, String learnerId) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                        .tableName(table).key(CandidateItems.key(sessionId, learnerId)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(CandidateItems.read(item));
    }

    @Override
    public List<Candidate> all(String sessionId) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("sessionId = :session AND begins_with(facet, :candidate)")
                .expressionAttributeValues(Map.of(":session", fromS(sessionId), ":candidate", fromS(CandidateItems.FACET)))
                .consistentRead(true)
                .build();
        List<Candidate> all = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryRequest next = from.isEmpty() ? query : query.toBuilder().exclusiveStartKey(from).build();
            var response = client.query(next);
            response.items().forEach(item -> all.add(CandidateItems.read(item)));
            from = response.lastEvaluatedKey() == null ? Map.of() : response.lastEvaluatedKey();
        } while (!from.isEmpty());
        return all;
    }

    @Override
    public boolean change(Candidate after, Event event) {
        return Transactions.write(client, List.of(replacement(after), EventItems.put(table, event))).isEmpty();
    }

    @Override
    public boolean change(Candidate after, Turn turn, Event event) {
        TransactWriteItem put = TransactWriteItem.builder().put(assessments.put(turn)).build();
        return Transactions.write(client, List.of(replacement(after), put, EventItems.put(table, event))).isEmpty();
    }

    private TransactWriteItem replacement(Candidate after) {
        Update update = Replacement.of(table, CandidateItems.key(after.sessionId(), after.learnerId()),
                CandidateItems.write(after), CandidateItems.COUNTERS, CandidateItems.OPTIONAL, after.revision() - 1, "");
        return TransactWriteItem.builder().update(update).build();
    }

    @Override
    public void progressed(String sessionId, String learnerId, int answered, boolean completed, Instant at) {
        try {
            client.updateItem(u -> u
                    .tableName(table)
                    .key(CandidateItems.key(sessionId, learnerId))
                    .updateExpression("SET answered = :answered, completed = :completed, lastAnswerAt = :at")
                    .conditionExpression("answered < :answered")
                    .expressionAttributeValues(Map.of(":answered", number(answered), ":completed", fromBool(completed),
                            ":at", fromS(Values.text(at)))));
        } catch (ConditionalCheckFailedException e) {
            // A later answer was faster.
        }
    }

    @Override
    public void seen(String sessionId, String learnerId, Instant at) {
        try {
            client.updateItem(u -> u
                    .tableName(table)
                    .key(CandidateItems.key(sessionId, learnerId))
                    .updateExpression("SET seenAt = :at")
                    .conditionExpression("attribute_exists(assessmentId)")
                    .expressionAttributeValues(Map.of(":at", fromS(Values.text(at)))));
        } catch (ConditionalCheckFailedException e) {
            // The seat was given back meanwhile.
        }
    }

    @Override
    public void left(String sessionId, String learnerId, Instant at) {
        signal(sessionId, learnerId, at, "focus-lost", "SET awaySince = :at ADD focusLosses :one",
                "attribute_exists(assessmentId) AND attribute_not_exists(awaySince)",
                Map.of(":at", fromS(Values.text(at)), ":one", number(1)));
    }

    @Override
    public void cameBack(String sessionId, String learnerId, Instant at) {
        signal(sessionId, learnerId, at, "focus-back", "REMOVE awaySince", "attribute_exists(awaySince)", Map.of());
    }

    /** Where the condition fails the signal says nothing new. */
    private void signal(
            String sessionId,
            String learnerId,
            Instant at,
            String kind,
            String change,
            String condition,
            Map<String, AttributeValue> values) {
        Update.Builder update = Update.builder()
                .tableName(table)
                .key(CandidateItems.key(sessionId, learnerId))
                .updateExpression(change)
                .conditionExpression(condition);
        if (!values.isEmpty()) update.expressionAttributeValues(values);
        Event event = new Event(sessionId, at, kind, learnerId, Optional.of(learnerId), Map.of());
        Transactions.write(client,
                List.of(TransactWriteItem.builder().update(update.build()).build(), EventItems.put(table, event)));
    }
}
