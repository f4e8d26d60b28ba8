package pix.store;

import static pix.store.CertificateItem.CERTIFICATE;
import static pix.store.CertificateItem.SCHEMA;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.certificate.DueResult;
import pix.certificate.Revocation;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPageIterable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Certificates in the table {@code Certificates}: partition {@code certificateCode}, facet {@code certificate}. What is
 * due is in the sparse index {@code due}, spread over {@value #SHARDS} partitions; it holds the whole result, which is
 * small, so that a sweep reads nothing else. Thread-safe.
 */
public final class DynamoCertificates implements Certificates {
    static final int SHARDS = 16;

    private static final int PAGE = 50;
    private static final int TRIES = 20;
    /** The most items one call of the store may get. */
    private static final int BATCH = 100;
    private static final Expression STILL_DUE = Expression.builder().expression("attribute_exists(dueShard)").build();
    private static final String IN_FORCE = "attribute_exists(issuedAt) AND attribute_not_exists(revokedAt)";

    private final DynamoDbClient client;
    private final DynamoDbEnhancedClient enhanced;
    private final DynamoDbTable<CertificateItem> items;

    public DynamoCertificates(DynamoDbClient client, String table) {
        this.client = client;
        this.enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.items = enhanced.table(table, SCHEMA);
    }

    /** Codes are random, so any of their characters spreads them. */
    static int shard(CertificateCode code) {
        return code.text().charAt(0) % SHARDS;
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public List<DueResult> due(int shard, Instant upTo, Optional<DueResult> after) {
        QueryConditional due = QueryConditional.sortLessThanOrEqualTo(
                k -> k.partitionValue(shard).sortValue(Values.text(upTo)));
        return items.index("due")
                .query(q -> q.queryConditional(due).limit(PAGE)
                        .exclusiveStartKey(after.map(last -> startKey(shard, last)).orElse(null)))
                .stream()
                .findFirst()
                .map(page -> page.items().stream().map(CertificateItems::due).toList())
                .orElse(List.of());
    }

    private static Map<String, AttributeValue> startKey(int shard, DueResult last) {
        return Map.of(
                "dueShard", fromN(String.valueOf(shard)),
                "dueAt", fromS(Values.text(last.result().dueAt())),
                "certificateCode", fromS(last.code().text()),
                "facet", fromS(CERTIFICATE));
    }

    @Override
    public boolean issue(Certificate certificate) {
        try {
            items.putItem(p -> p.item(CertificateItems.write(certificate)).conditionExpression(STILL_DUE));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Optional<Certificate> find(CertificateCode code) {
        Key key = Key.builder().partitionValue(code.text()).sortValue(CERTIFICATE).build();
        return Optional.ofNullable(items.getItem(g -> g.key(key).consistentRead(true)))
                .filter(item -> item.issuedAt != null)
                .map(CertificateItems::certificate);
    }

    @Override
    public List<Certificate> heldBy(String learnerId) {
        return read(items.index("byHolder")
                .query(q -> q.queryConditional(partition(learnerId)).scanIndexForward(false))
                .stream()
                .flatMap(page -> page.items().stream())
                .map(item -> item.certificateCode)
                .toList());
    }

    @Override
    public Page latestOf(String organisationId, Optional<String> after, int most) {
        // '$' follows '#', so that the whole of the last student is passed over.
        QueryConditional students = after
                .map(last -> QueryConditional.sortGreaterThan(k -> k.partitionValue(organisationId).sortValue(last + "$")))
                .orElse(partition(organisationId));
        SequencedMap<String, String> latest = new LinkedHashMap<>();
        var pages = items.index("byOrganisation").query(q -> q.queryConditional(students).limit(2 * most)).iterator();
        while (pages.hasNext() && latest.size() <= most) {
            for (CertificateItem item : pages.next().items()) {
                latest.put(item.studentOrder.substring(0, item.studentOrder.lastIndexOf('#')), item.certificateCode);
            }
        }
        List<String> page = List.copyOf(latest.keySet()).subList(0, Math.min(most, latest.size()));
        return new Page(read(page.stream().map(latest::get).toList()),
                latest.size() > most ? Optional.of(page.getLast()) : Optional.empty());
    }

    /** The certificates with these codes, in this order. */
    private List<Certificate> read(List<String> codes) {
        List<CertificateItem> found = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += BATCH) {
            ReadBatch.Builder<CertificateItem> batch = ReadBatch.builder(CertificateItem.class).mappedTableResource(items);
            codes.subList(from, Math.min(from + BATCH, codes.size())).forEach(code -> batch.addGetItem(g -> g
                    .key(Key.builder().partitionValue(code).sortValue(CERTIFICATE).build()).consistentRead(true)));
            BatchGetResultPageIterable pages = enhanced.batchGetItem(b -> b.readBatches(batch.build()));
            pages.resultsForTable(items).forEach(found::add);
        }
        Map<String, CertificateItem> byCode =
                found.stream().collect(Collectors.toMap(item -> item.certificateCode, Function.identity()));
        return codes.stream().map(byCode::get).filter(Objects::nonNull).map(CertificateItems::certificate).toList();
    }

    @Override
    public boolean showDetail(CertificateCode code, String learnerId, boolean shown) {
        try {
            client.updateItem(u -> u.tableName(items.tableName()).key(key(code))
                    .updateExpression("SET showDetail = :shown")
                    .conditionExpression("holderId = :holder")
                    .expressionAttributeValues(Map.of(":shown", fromBool(shown), ":holder", fromS(learnerId))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public boolean revoke(Certificate revoked) {
        return transact(end(revoked), bit(revoked));
    }

    @Override
    public boolean replace(Certificate revoked, Certificate replacement) {
        Put put = Put.builder()
                .tableName(items.tableName())
                .item(SCHEMA.itemToMap(CertificateItems.write(replacement), true))
                .conditionExpression("attribute_not_exists(certificateCode)")
                .build();
        return transact(end(revoked), bit(revoked), TransactWriteItem.builder().put(put).build());
    }

    /** Two transactions that meet at the same list cancel each other: tried again, one of them goes first. */
    private boolean transact(TransactWriteItem... actions) {
        for (int i = 1; ; i++) {
            try {
                client.transactWriteItems(t -> t.transactItems(actions));
                return true;
            } catch (TransactionCanceledException e) {
                if (Cancellations.conditionFailed(e, 0)) return false;
                if (!Cancellations.conflict(e) || i == TRIES) throw e;
            }
        }
    }

    private TransactWriteItem end(Certificate revoked) {
        Revocation revocation = revoked.revocation().orElseThrow();
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":at", fromS(Values.text(revocation.at())),
                ":reason", fromS(revocation.reason()),
                ":by", fromS(revocation.by())));
        revocation.replacedBy().ifPresent(code -> values.put(":replacedBy", fromS(code.text())));
        String set = "SET revokedAt = :at, revocationReason = :reason, revokedBy = :by";
        return TransactWriteItem.builder().update(Update.builder()
                .tableName(items.tableName())
                .key(key(revoked.code()))
                .updateExpression(revocation.replacedBy().isPresent() ? set + ", replacedBy = :replacedBy" : set)
                .conditionExpression(IN_FORCE)
                .expressionAttributeValues(values)
                .build()).build();
    }

    private TransactWriteItem bit(Certificate revoked) {
        return TransactWriteItem.builder()
                .update(DynamoStatusLists.set(items.tableName(), revoked.issue().statusEntry(),
                        revoked.revocation().orElseThrow().at()))
                .build();
    }

    private static Map<String, AttributeValue> key(CertificateCode code) {
        return Map.of("certificateCode", fromS(code.text()), "facet", fromS(CERTIFICATE));
    }

    private static QueryConditional partition(String value) {
        return QueryConditional.keyEqualTo(k -> k.partitionValue(value));
    }
}
