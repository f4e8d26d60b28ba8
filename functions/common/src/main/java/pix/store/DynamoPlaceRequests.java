package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequest.Decision;
import pix.enrolment.PlaceRequests;
import pix.enrolment.Student;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Requests for a place, each twice: in {@code Learners}, facet {@code request#organisationId}, that the account asked, and
 * in {@code Organisations}, facet {@code request#requestId}, whom it fits and what the school said. Both are always
 * written, also where nobody fits. The store forgets them when they expire. Thread-safe.
 */
public final class DynamoPlaceRequests implements PlaceRequests {
    private static final String FACET = "request#";

    private final DynamoDbClient client;
    private final String learners;
    private final String organisations;
    private final DynamoSchoolLinks links;
    private final InstantSource clock;

    /** @param learners and {@code organisations}: the names of the tables */
    public DynamoPlaceRequests(DynamoDbClient client, String learners, String organisations, InstantSource clock) {
        this.client = client;
        this.learners = learners;
        this.organisations = organisations;
        this.links = new DynamoSchoolLinks(client, learners, organisations);
        this.clock = clock;
    }

    @Override
    public PlaceRequest ask(PlaceRequest r) {
        Map<String, AttributeValue> asks = Attributes.of(new HashMap<>(askedBy(r.learnerId(), r.organisationId())))
                .put("requestId", r.requestId())
                .put("askedAt", r.askedAt())
                .put("expiresAt", r.expiresAt().getEpochSecond())
                .map();
        Map<String, AttributeValue> asked = Attributes.of(new HashMap<>(askedOf(r.organisationId(), r.requestId())))
                .put("learnerId", r.learnerId())
                .put("studentId", r.studentId())
                .put("askedAt", r.askedAt())
                .put("expiresAt", r.expiresAt().getEpochSecond())
                .map();
        boolean first = Transactions.write(client, List.of(
                TransactWriteItem.builder().put(p -> p
                        .tableName(learners)
                        .item(asks)
                        .conditionExpression("attribute_not_exists(learnerId) OR expiresAt <= :now")
                        .expressionAttributeValues(Map.of(":now", now()))).build(),
                TransactWriteItem.builder().put(p -> p.tableName(organisations).item(asked)).build())).isEmpty();
        if (first) return r;
        Map<String, AttributeValue> before = get(learners, askedBy(r.learnerId(), r.organisationId()));
        // It was there a moment ago: decided or taken back since.
        return before.isEmpty() ? ask(r) : again(r, ofLearner(before));
    }

    /** Writes whether or not there is something new, so that nobody learns from the time it takes. */
    private PlaceRequest again(PlaceRequest r, PlaceRequest before) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":learner", fromS(r.learnerId())));
        r.studentId().ifPresent(id -> values.put(":student", fromS(id)));
        onCondition(() -> client.updateItem(u -> u
                .tableName(organisations)
                .key(askedOf(before.organisationId(), before.requestId()))
                .updateExpression("SET learnerId = :learner"
                        + (r.studentId().isPresent() ? ", studentId = if_not_exists(studentId, :student)" : ""))
                .conditionExpression("learnerId = :learner")
                .expressionAttributeValues(values)));
        return before;
    }

    @Override
    public List<PlaceRequest> of(String learnerId) {
        Instant now = clock.instant();
        return all(learnerId).stream().filter(r -> r.isOpen(now)).toList();
    }

    private List<PlaceRequest> all(String learnerId) {
        return client.query(q -> q
                        .tableName(learners)
                        .keyConditionExpression("learnerId = :learner AND begins_with(facet, :request)")
                        .expressionAttributeValues(Map.of(":learner", fromS(learnerId), ":request", fromS(FACET)))
                        .consistentRead(true))
                .items().stream().map(DynamoPlaceRequests::ofLearner).toList();
    }

    @Override
    public List<PlaceRequest> open(String organisationId) {
        List<PlaceRequest> open = new ArrayList<>();
        Map<String, AttributeValue> from = null;
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page = client.query(q -> q
                    .tableName(organisations)
                    .keyConditionExpression("organisationId = :organisation AND begins_with(facet, :request)")
                    .filterExpression("attribute_exists(studentId) AND attribute_not_exists(decision) AND expiresAt > :now")
                    .expressionAttributeValues(
                            Map.of(":organisation", fromS(organisationId), ":request", fromS(FACET), ":now", now()))
                    .consistentRead(true)
                    .exclusiveStartKey(start));
            page.items().forEach(item -> open.add(ofOrganisation(item)));
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (from != null);
        return open;
    }

    @Override
    public Optional<PlaceRequest> find(String organisationId, String requestId) {
        Map<String, AttributeValue> item = get(organisations, askedOf(organisationId, requestId));
        return item.isEmpty() ? Optional.empty() : Optional.of(ofOrganisation(item));
    }

    @Override
    public boolean accept(PlaceRequest r, Student student, Instant at) {
        List<TransactWriteItem> all = new ArrayList<>(links.linking(student, r.learnerId(), at));
        all.add(TransactWriteItem.builder().update(u -> u
                .tableName(organisations)
                .key(askedOf(r.organisationId(), r.requestId()))
                .updateExpression("SET decision = :accept")
                .conditionExpression("learnerId = :learner AND studentId = :student AND attribute_not_exists(decision)")
                .expressionAttributeValues(Map.of(":accept", fromS(Decision.ACCEPT.code()),
                        ":learner", fromS(r.learnerId()), ":student", fromS(student.studentId())))).build());
        all.add(TransactWriteItem.builder().delete(d -> d
                .tableName(learners).key(askedBy(r.learnerId(), r.organisationId()))).build());
        all.add(TransactWriteItem.builder().conditionCheck(c -> c
                .tableName(learners)
                .key(Map.of("learnerId", fromS(r.learnerId()), "facet", fromS(DynamoLearners.ACCOUNT)))
                .conditionExpression("attribute_exists(learnerId)")).build());
        return Transactions.write(client, all).isEmpty();
    }

    @Override
    public boolean refuse(PlaceRequest r) {
        return onCondition(() -> client.updateItem(u -> u
                .tableName(organisations)
                .key(askedOf(r.organisationId(), r.requestId()))
                .updateExpression("SET decision = :refuse")
                .conditionExpression("learnerId = :learner AND (attribute_not_exists(decision) OR decision = :refuse)")
                .expressionAttributeValues(
                        Map.of(":refuse", fromS(Decision.REFUSE.code()), ":learner", fromS(r.learnerId())))));
    }

    @Override
    public void forget(String learnerId) {
        for (PlaceRequest r : all(learnerId)) {
            Transactions.write(client, List.of(
                    TransactWriteItem.builder().delete(d -> d
                            .tableName(organisations).key(askedOf(r.organisationId(), r.requestId()))).build(),
                    TransactWriteItem.builder().delete(d -> d
                            .tableName(learners).key(askedBy(learnerId, r.organisationId()))).build()));
        }
    }

    private static PlaceRequest ofLearner(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new PlaceRequest(item.text("requestId"), item.text("facet").substring(FACET.length()), item.text("learnerId"),
                Optional.empty(), item.time("askedAt"), Instant.ofEpochSecond(item.number("expiresAt")), Optional.empty());
    }

    private static PlaceRequest ofOrganisation(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new PlaceRequest(item.text("facet").substring(FACET.length()), item.text("organisationId"), item.text("learnerId"),
                item.optionalText("studentId"), item.time("askedAt"), Instant.ofEpochSecond(item.number("expiresAt")),
                item.optionalText("decision").flatMap(Decision::ofCode));
    }

    private Map<String, AttributeValue> get(String table, Map<String, AttributeValue> key) {
        return client.getItem(g -> g.tableName(table).key(key).consistentRead(true)).item();
    }

    private AttributeValue now() {
        return fromN(String.valueOf(clock.instant().getEpochSecond()));
    }

    private static Map<String, AttributeValue> askedBy(String learnerId, String organisationId) {
        return Map.of("learnerId", fromS(learnerId), "facet", fromS(FACET + organisationId));
    }

    private static Map<String, AttributeValue> askedOf(String organisationId, String requestId) {
        return Map.of("organisationId", fromS(organisationId), "facet", fromS(FACET + requestId));
    }

    private static boolean onCondition(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
