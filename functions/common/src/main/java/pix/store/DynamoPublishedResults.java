package pix.store;

import static pix.store.CertificateItem.SCHEMA;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import java.util.function.Supplier;
import pix.certificate.CertificateCode;
import pix.certificate.DueResult;
import pix.certificate.PublishedResult;
import pix.certificate.PublishedResults;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

    private static Map<String, AttributeValue> sentinel(PublishedResult result, CertificateCode code) {
        return Map.of(
                "certificateCode", fromS("candidate#" + result.sessionId() + "#" + result.learnerId()),
                "facet", fromS("code"),
                "code", fromS(code.text()));
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).conditionExpression(ABSENT).build())
                .build();
    }
}
