package pix.store;

import static pix.store.CertificateItem.SCHEMA;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pix.certificate.CertificateCode;
import pix.certificate.DueResult;
import pix.certificate.PublishedResult;
import pix.certificate.PublishedResults;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Published results in the table {@code Certificates}, each under the code drawn for its certificate. A sentinel under
 * {@code candidate#sessionId#learnerId}, put in the same transaction, gives a candidate of a session one code: whoever
 * publishes again, even at the same moment, loses. Thread-safe.
 */
public final class DynamoPublishedResults implements PublishedResults {
    private static final String ABSENT = "attribute_not_exists(certificateCode)";
    private static final int TRIES = 10;

    private final DynamoDbClient client;
    private final String table;
    private final Supplier<CertificateCode> codes;

    /** @param codes draws codes nobody can guess */
    public DynamoPublishedResults(DynamoDbClient client, String table, Supplier<CertificateCode> codes) {
        this.client = client;
        this.table = table;
        this.codes = codes;
    }

    @Override
    public boolean publish(PublishedResult result) {
        for (int i = 0; i < TRIES; i++) {
            CertificateCode code = codes.get();
            DueResult due = new DueResult(code, result);
            try {
                client.transactWriteItems(t -> t.transactItems(
                        put(sentinel(result, code)),
                        put(SCHEMA.itemToMap(CertificateItems.write(due, DynamoCertificates.shard(code)), true))));
                return true;
            } catch (TransactionCanceledException e) {
                if (Cancellations.conditionFailed(e, 0)) return false;
                // The code is taken, which is next to impossible, or somebody is publishing the same: once more.
                if (!Cancellations.conditionFailed(e, 1) && !Cancellations.conflict(e)) throw e;
            }
        }
        throw new IllegalStateException("a result could not be published: its place kept changing");
    }

    @Override
    public Optional<CertificateCode> codeOf(String sessionId, String learnerId) {
        AttributeValue code = client.getItem(g -> g
                        .tableName(table).key(sentinelKey(sessionId, learnerId)).consistentRead(true))
                .item().get("code");
        return Optional.ofNullable(code).flatMap(c -> CertificateCode.parse(c.s()));
    }

    @Override
    public boolean takeBack(String sessionId, String learnerId, CertificateCode code) {
        Delete result = Delete.builder()
                .tableName(table)
                .key(Map.of("certificateCode", fromS(code.text()), "facet", fromS("certificate")))
                .conditionExpression("attribute_exists(dueShard)")
                .build();
        return Transactions.write(client, List.of(
                        TransactWriteItem.builder().delete(result).build(), free(sessionId, learnerId, code)))
                .isEmpty();
    }

    @Override
    public void forget(String sessionId, String learnerId, CertificateCode code) {
        Transactions.write(client, List.of(free(sessionId, learnerId, code)));
    }

    private TransactWriteItem free(String sessionId, String learnerId, CertificateCode code) {
        return TransactWriteItem.builder().delete(Delete.builder()
                .tableName(table)
                .key(sentinelKey(sessionId, learnerId))
                .conditionExpression("code = :code")
                .expressionAttributeValues(Map.of(":code", fromS(code.text())))
                .build()).build();
    }

    private static Map<String, AttributeValue> sentinelKey(String sessionId, String learnerId) {
        return Map.of("certificateCode", fromS("candidate#" + sessionId + "#" + learnerId), "facet", fromS("code"));
    }

    private static Map<String, AttributeValue> sentinel(PublishedResult result, CertificateCode code) {
        Map<String, AttributeValue> item = new HashMap<>(sentinelKey(result.sessionId(), result.learnerId()));
        item.put("code", fromS(code.text()));
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).conditionExpression(ABSENT).build())
                .build();
    }
}
