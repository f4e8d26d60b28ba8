package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import pix.certificate.VerificationLimit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts verifications a minute and address in the table {@code Certificates}. Addresses are personal: the item is
 * called by a hash of address and minute, and the store forgets it after minutes. Thread-safe.
 */
public final class DynamoVerificationLimit implements VerificationLimit {
    private static final int WINDOW_SECONDS = 60;
    /** Plenty for a recruiter with a pile of certificates, or a school behind one address. */
    private static final int MOST_A_WINDOW = 60;
    private static final int KEPT_SECONDS = 600;
    private static final int HASH_BYTES = 16;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    public DynamoVerificationLimit(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean admits(String address) {
        long now = clock.instant().getEpochSecond();
        String key = "verifications#" + hash(now / WINDOW_SECONDS + "#" + address);
        String tries = client.updateItem(u -> u.tableName(table)
                        .key(Map.of("certificateCode", fromS(key), "facet", fromS("tries")))
                        .updateExpression("ADD tries :one SET expiresAt = :forgotten")
                        .expressionAttributeValues(Map.of(
                                ":one", fromN("1"), ":forgotten", fromN(String.valueOf(now + KEPT_SECONDS))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes().get("tries").n();
        return Integer.parseInt(tries) <= MOST_A_WINDOW;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
