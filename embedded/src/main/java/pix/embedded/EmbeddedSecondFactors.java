package pix.embedded;

import static pix.embedded.EmbeddedAccounts.TABLE;
import static pix.embedded.EmbeddedAccounts.account;
import static pix.embedded.EmbeddedAccounts.key;
import static pix.embedded.EmbeddedAccounts.read;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import pix.learner.SecondFactors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Authenticator apps on the laptop, kept with the account: {@code factorBegun} is a secret that waits for its first code,
 * {@code factor} one that counts, {@code factorStep} the half minute of the newest code that was accepted, so that none is
 * accepted twice. Thread-safe.
 */
final class EmbeddedSecondFactors implements SecondFactors {
    private final DynamoDbClient dynamo;
    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    EmbeddedSecondFactors(DynamoDbClient dynamo, TokenIssuer issuer, InstantSource clock) {
        this.dynamo = dynamo;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public boolean active(String username) {
        return active(read(dynamo, account(username)));
    }

    static boolean active(Map<String, AttributeValue> account) {
        return account.containsKey("factor");
    }

    @Override
    public String begin(String accessToken) {
        String secret = Totp.newSecret(random);
        dynamo.updateItem(u -> of(u, owner(accessToken)).updateExpression("SET factorBegun = :secret")
                .conditionExpression("attribute_exists(id)").expressionAttributeValues(Map.of(":secret", fromS(secret))));
        return secret;
    }

    @Override
    public boolean confirm(String accessToken, String code) {
        String username = owner(accessToken);
        AttributeValue secret = read(dynamo, account(username)).get("factorBegun");
        if (secret == null) return false;
        OptionalLong step = Totp.matching(secret.s(), code, clock.instant());
        return step.isPresent() && changes(() -> dynamo.updateItem(u -> of(u, username)
                .updateExpression("SET factor = :secret, factorStep = :step REMOVE factorBegun")
                .conditionExpression("factorBegun = :secret")
                .expressionAttributeValues(Map.of(":secret", secret, ":step", number(step)))));
    }

    @Override
    public void remove(String accessToken) {
        dynamo.updateItem(u -> of(u, owner(accessToken)).updateExpression("REMOVE factor, factorStep, factorBegun")
                .conditionExpression("attribute_exists(id)"));
    }

    /** Whether the app of this account, which has one, shows this code, and nobody has used it yet: it is used by this. */
    boolean accepts(Map<String, AttributeValue> account, String code) {
        AttributeValue secret = account.get("factor");
        OptionalLong step = Totp.matching(secret.s(), code, clock.instant());
        return step.isPresent() && changes(() -> dynamo.updateItem(u -> of(u, account.get("username").s())
                .updateExpression("SET factorStep = :step")
                .conditionExpression("factor = :secret AND factorStep < :step")
                .expressionAttributeValues(Map.of(":secret", secret, ":step", number(step)))));
    }

    private static boolean changes(Runnable update) {
        try {
            update.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private String owner(String accessToken) {
        return issuer.verify(accessToken).map(claims -> String.valueOf(claims.getClaim("username")))
                .orElseThrow(() -> new IllegalArgumentException("not an access token of a sign-in just now"));
    }

    private static UpdateItemRequest.Builder of(UpdateItemRequest.Builder update, String username) {
        return update.tableName(TABLE).key(key(account(username)));
    }

    private static AttributeValue number(OptionalLong step) {
        return fromN(String.valueOf(step.getAsLong()));
    }
}
