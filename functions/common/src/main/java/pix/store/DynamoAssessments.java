package pix.store;

import static pix.store.Values.instant;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import pix.assessment.Assessments;
import pix.assessment.Profile;
import pix.assessment.Turn;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Assessments in the table {@code Assessments}: partition {@code assessmentId}, sort key {@code sequence}, one item a
 * turn, never changed. The newest turn is one strongly consistent query of one item; appending is one conditional put of
 * less than a kilobyte. Thread-safe.
 */
public final class DynamoAssessments implements Assessments {
    private static final String BY_COMPLETION = "byCompletion";
    /** Into so many parts the index of completed assessments is spread. */
    private static final int SHARDS = 8;
    private static final String FREE = "attribute_not_exists(assessmentId)";
    private static final Expression IF_FREE = Expression.builder().expression(FREE).build();

    private static final StaticTableSchema<TurnItem> SCHEMA = StaticTableSchema.builder(TurnItem.class)
            .newItemSupplier(TurnItem::new)
            .addAttribute(String.class, a -> a.name("assessmentId").getter(i -> i.assessmentId)
                    .setter((i, v) -> i.assessmentId = v)
                    .tags(StaticAttributeTags.primaryPartitionKey(), StaticAttributeTags.secondarySortKey(BY_COMPLETION)))
            .addAttribute(Integer.class, a -> a.name("sequence").getter(i -> i.sequence)
                    .setter((i, v) -> i.sequence = v).tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(String.class, a -> a.name("learnerId").getter(i -> i.learnerId)
                    .setter((i, v) -> i.learnerId = v))
            .addAttribute(String.class, a -> a.name("kind").getter(i -> i.kind).setter((i, v) -> i.kind = v))
            .addAttribute(String.class, a -> a.name("competence").getter(i -> i.competence)
                    .setter((i, v) -> i.competence = v))
            .addAttribute(String.class, a -> a.name("sessionId").getter(i -> i.sessionId)
                    .setter((i, v) -> i.sessionId = v))
            .addAttribute(String.class, a -> a.name("locale").getter(i -> i.locale).setter((i, v) -> i.locale = v))
            .addAttribute(EnhancedType.setOf(String.class), a -> a.name("needs").getter(i -> i.needs)
                    .setter((i, v) -> i.needs = v))
            .addAttribute(Long.class, a -> a.name("seed").getter(i -> i.seed).setter((i, v) -> i.seed = v))
            .addAttribute(String.class, a -> a.name("bankVersion").getter(i -> i.bankVersion)
                    .setter((i, v) -> i.bankVersion = v))
            .addAttribute(Integer.class, a -> a.name("calibration").getter(i -> i.calibration)
                    .setter((i, v) -> i.calibration = v))
            .addAttribute(Integer.class, a -> a.name("exposure").getter(i -> i.exposure)
                    .setter((i, v) -> i.exposure = v))
            .addAttribute(String.class, a -> a.name("completedIn").getter(i -> i.completedIn)
                    .setter((i, v) -> i.completedIn = v).tags(StaticAttributeTags.secondaryPartitionKey(BY_COMPLETION)))
            .addAttribute(Instant.class, a -> a.name("startedAt").getter(i -> i.startedAt)
                    .setter((i, v) -> i.startedAt = v).attributeConverter(instant())
                    .tags(StaticAttributeTags.secondarySortKey("byLearner")))
            .addAttribute(String.class, a -> a.name("startedBy").getter(i -> i.startedBy)
                    .setter((i, v) -> i.startedBy = v).tags(StaticAttributeTags.secondaryPartitionKey("byLearner")))
            .addAttribute(Integer.class, a -> a.name("itemKey").getter(i -> i.itemKey)
                    .setter((i, v) -> i.itemKey = v))
            .addAttribute(String.class, a -> a.name("response").getter(i -> i.response)
                    .setter((i, v) -> i.response = v))
            .addAttribute(String.class, a -> a.name("verdict").getter(i -> i.verdict)
                    .setter((i, v) -> i.verdict = v))
            .addAttribute(Double.class, a -> a.name("score").getter(i -> i.score).setter((i, v) -> i.score = v))
            .addAttribute(Instant.class, a -> a.name("answeredAt").getter(i -> i.answeredAt)
                    .setter((i, v) -> i.answeredAt = v).attributeConverter(instant()))
            .addAttribute(SdkBytes.class, a -> a.name("sites").getter(i -> i.sites).setter((i, v) -> i.sites = v))
            .addAttribute(SdkBytes.class, a -> a.name("seen").getter(i -> i.seen).setter((i, v) -> i.seen = v))
            .addAttribute(SdkBytes.class, a -> a.name("asked").getter(i -> i.asked).setter((i, v) -> i.asked = v))
            .addAttribute(SdkBytes.class, a -> a.name("withdrawn").getter(i -> i.withdrawn)
                    .setter((i, v) -> i.withdrawn = v))
            .addAttribute(Instant.class, a -> a.name("askedAt").getter(i -> i.askedAt)
                    .setter((i, v) -> i.askedAt = v).attributeConverter(instant()))
            .build();

    private final DynamoDbClient client;
    private final String learnersTable;
    private final DynamoProfiles profiles;
    private final DynamoDbTable<TurnItem> turns;

    public DynamoAssessments(DynamoDbClient client, String assessmentsTable, String learnersTable) {
        this.client = client;
        this.learnersTable = learnersTable;
        this.profiles = new DynamoProfiles(client, learnersTable);
        this.turns = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table(assessmentsTable, SCHEMA);
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
        return turns.query(q -> q.queryConditional(partition(assessmentId))
                        .consistentRead(true).scanIndexForward(false).limit(1))
                .stream()
                .findFirst()
                .flatMap(page -> page.items().stream().findFirst())
                .map(TurnItem::turn);
    }

    @Override
    public Optional<Turn> turn(String assessmentId, int sequence) {
        Key key = Key.builder().partitionValue(assessmentId).sortValue(sequence).build();
        return Optional.ofNullable(turns.getItem(g -> g.key(key).consistentRead(true))).map(TurnItem::turn);
    }

    @Override
    public List<Turn> turns(String assessmentId) {
        return turns.query(q -> q.queryConditional(partition(assessmentId)).consistentRead(true))
                .items().stream().map(TurnItem::turn).toList();
    }

    @Override
    public boolean append(Turn turn) {
        try {
            turns.putItem(p -> p.item(TurnItem.of(turn)).conditionExpression(IF_FREE));
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
                .mapToObj(shard -> turns.index(BY_COMPLETION)
                        .query(q -> q.queryConditional(partition(part(hour, shard)))))
                .flatMap(pages -> pages.stream().flatMap(page -> page.items().stream()))
                .map(item -> item.assessmentId)
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
        return turns.index("byLearner")
                .query(q -> q.queryConditional(partition(learnerId)))
                .stream()
                .flatMap(page -> page.items().stream())
                .map(item -> item.assessmentId)
                .toList();
    }

    /** The put of a turn that is not there yet, as part of a transaction. */
    Put put(Turn turn) {
        return Put.builder()
                .tableName(turns.tableName())
                .item(SCHEMA.itemToMap(TurnItem.of(turn), true))
                .conditionExpression(FREE)
                .build();
    }

    private static QueryConditional partition(String value) {
        return QueryConditional.keyEqualTo(k -> k.partitionValue(value));
    }

    /** One item of the table; its members are its attributes. */
    static final class TurnItem {
        String assessmentId;
        Integer sequence;
        String learnerId;
        String kind;
        String competence;
        String sessionId;
        String locale;
        Set<String> needs;
        Long seed;
        String bankVersion;
        Integer calibration;
        Integer exposure;
        String completedIn;
        Instant startedAt;
        String startedBy;
        Integer itemKey;
        String response;
        String verdict;
        Double score;
        Instant answeredAt;
        SdkBytes sites;
        SdkBytes seen;
        SdkBytes asked;
        SdkBytes withdrawn;
        Instant askedAt;

        static TurnItem of(Turn turn) {
            return TurnItems.write(turn);
        }

        Turn turn() {
            return TurnItems.read(this);
        }
    }
}
