package pix.embedded;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pix.learner.Accounts;
import pix.learner.SecondFactors;
import pix.learner.Username;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The identity provider of the laptop. It keeps a table of its own, {@code LocalAccounts}: one item a user name with the
 * Argon2id hash of the password, one item a subject with its user name, one item a refresh token with its SHA-256.
 *
 * <p>Five wrong passwords or codes within a minute lock a name for a minute, whoever tries and whether anybody has that name; whoever
 * is signed in stays so. The right password forgives nothing: names share the places where failures are counted, and an account
 * of one's own would be a way to go on guessing. An unknown name costs the same work as a wrong password. A refresh token is
 * spent when used; used again, it ends the whole sign-in it came from. Thread-safe.
 */
public final class EmbeddedAccounts implements Accounts {
    static final String TABLE = "LocalAccounts";
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final Duration REUSE_GRACE = Duration.ofSeconds(10);

    private final DynamoDbClient dynamo;
    private final TokenIssuer issuer;
    private final InstantSource clock;
    private final SignInTries tries;
    private final EmbeddedSecondFactors factors;
    private final SecureRandom random = new SecureRandom();
    /** What an unknown name is checked against, so that it takes as long as a known one. */
    private final byte[] nobody = PasswordHash.of("nobody", random);

    public EmbeddedAccounts(DynamoDbClient dynamo, TokenIssuer issuer, InstantSource clock) {
        this.dynamo = dynamo;
        this.issuer = issuer;
        this.clock = clock;
        this.tries = new SignInTries(dynamo, clock);
        this.factors = new EmbeddedSecondFactors(dynamo, issuer, clock);
        createTable();
    }

    @Override
    public SignUp signUp(String username, String password) {
        String subject = UUID.randomUUID().toString();
        Map<String, AttributeValue> item = new HashMap<>(key(account(username)));
        item.put("subject", fromS(subject));
        item.put("username", fromS(username));
        item.put("passwordHash", fromB(SdkBytes.fromByteArray(PasswordHash.of(password, random))));
        try {
            dynamo.putItem(p -> p.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(id)"));
            return new SignUp.Open(subject, false);
        } catch (ConditionalCheckFailedException e) {
            return switch (check(username, password, Optional.empty())) {
                case Check.Passed(String known, var name, var groups) -> new SignUp.Open(known, true);
                case Check.CodeMissing(String known) -> new SignUp.Open(known, true);
                case Check.Failed() -> new SignUp.UsernameTaken();
                case Check.Locked(int seconds) -> new SignUp.UsernameTaken();
            };
        }
    }

    @Override
    public SignIn signIn(String username, String password, Optional<String> code) {
        return switch (check(username, password, code)) {
            case Check.Passed(String subject, String name, var groups) -> {
                note(subject, name);
                yield new SignIn.Granted(tokens(subject, name, groups, UUID.randomUUID().toString()));
            }
            case Check.CodeMissing(String subject) -> new SignIn.CodeRequired();
            case Check.Failed() -> new SignIn.BadCredentials();
            case Check.Locked(int seconds) -> new SignIn.TooManyAttempts(seconds);
        };
    }

    @Override
    public SignIn refresh(String refreshToken) {
        Map<String, AttributeValue> old = read("refresh#" + sha256(refreshToken));
        if (old.isEmpty() || number(old, "expiresAt") <= clock.instant().getEpochSecond()) return new SignIn.BadCredentials();
        String family = old.get("family").s();
        String subject = old.get("subject").s();
        Map<String, AttributeValue> name = read(subject(subject));
        Map<String, AttributeValue> account = name.isEmpty() ? name : read(account(name.get("username").s()));
        boolean ended = !read("ended#" + family).isEmpty();
        if (ended || account.isEmpty() || !account.get("subject").equals(old.get("subject"))) return new SignIn.BadCredentials();
        if (!spend(old)) {
            end(family);
            return new SignIn.BadCredentials();
        }
        return new SignIn.Granted(tokens(subject, account.get("username").s(), groups(account), family));
    }

    @Override
    public void delete(String username) {
        Map<String, AttributeValue> account = read(account(username));
        if (account.isEmpty()) return;
        dynamo.deleteItem(d -> d.tableName(TABLE).key(key(subject(account.get("subject").s()))));
        dynamo.deleteItem(d -> d.tableName(TABLE).key(key(account(username))));
    }

    /** Whose a subject is. The only place beside the account that holds the name: what outlives both names nobody. */
    private void note(String subject, String username) {
        Map<String, AttributeValue> item = new HashMap<>(key(subject(subject)));
        item.put("username", fromS(username));
        dynamo.putItem(p -> p.tableName(TABLE).item(item));
    }

    private static String subject(String subject) {
        return "subject#" + subject;
    }

    /** Puts an account into a group, for example {@code operator}; tokens given from then on say so. */
    public void join(String username, String group) {
        dynamo.updateItem(u -> u.tableName(TABLE).key(key(account(username)))
                .updateExpression("ADD groupNames :group").conditionExpression("attribute_exists(id)")
                .expressionAttributeValues(Map.of(":group", AttributeValue.fromSs(List.of(group)))));
    }

    /** Of the same accounts. */
    public SecondFactors secondFactors() {
        return factors;
    }

    /** The claims of a valid access token. */
    public Optional<JWTClaimsSet> verify(String accessToken) {
        return issuer.verify(accessToken);
    }

    private sealed interface Check {
        record Passed(String subject, String username, List<String> groups) implements Check {}

        record CodeMissing(String subject) implements Check {}

        record Failed() implements Check {}

        record Locked(int retryAfterSeconds) implements Check {}
    }

    /**
     * The same reads, the same hash and the same writes for a wrong password and for a name nobody has. A wrong code is a try as a
     * wrong password is; the code that is still missing is none.
     */
    private Check check(String username, String password, Optional<String> code) {
        int wait = tries.locked(username);
        if (wait > 0) return new Check.Locked(wait);
        SignInTries.Try one = tries.count(username);
        if (!one.allowed()) return new Check.Locked(1);
        Map<String, AttributeValue> account = read(account(username));
        byte[] hash = account.isEmpty() ? nobody : account.get("passwordHash").b().asByteArray();
        boolean known = PasswordHash.matches(password, hash) && !account.isEmpty();
        boolean asked = known && EmbeddedSecondFactors.active(account);
        if (!known || asked && code.isPresent() && !factors.accepts(account, code.get())) {
            one.failed();
            return new Check.Failed();
        }
        one.takeBack();
        String subject = account.get("subject").s();
        return asked && code.isEmpty()
                ? new Check.CodeMissing(subject)
                : new Check.Passed(subject, account.get("username").s(), groups(account));
    }

    private Tokens tokens(String subject, String username, List<String> groups, String family) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Map<String, AttributeValue> item = new HashMap<>(key("refresh#" + sha256(refreshToken)));
        item.put("subject", fromS(subject));
        item.put("family", fromS(family));
        item.put("expiresAt", fromN(String.valueOf(clock.instant().plus(REFRESH_LIFE).getEpochSecond())));
        dynamo.putItem(p -> p.tableName(TABLE).item(item));
        return new Tokens(issuer.issue(subject, username, groups), refreshToken, (int) TokenIssuer.LIFE.toSeconds());
    }

    /**
     * Marks a refresh token as used; false where it already was, but for a moment ago: two tabs of one browser may ask
     * at the same time, and a reply may be lost.
     */
    private boolean spend(Map<String, AttributeValue> token) {
        long now = clock.instant().getEpochSecond();
        try {
            dynamo.updateItem(u -> u.tableName(TABLE).key(key(token.get("id").s()))
                    .updateExpression("SET spentAt = if_not_exists(spentAt, :now)")
                    .conditionExpression("attribute_not_exists(spentAt) OR spentAt >= :recently")
                    .expressionAttributeValues(Map.of(":now", fromN(String.valueOf(now)),
                            ":recently", fromN(String.valueOf(now - REUSE_GRACE.toSeconds())))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private void end(String family) {
        dynamo.putItem(p -> p.tableName(TABLE).item(key("ended#" + family)));
    }

    private Map<String, AttributeValue> read(String id) {
        return read(dynamo, id);
    }

    /** Empty where there is none. */
    static Map<String, AttributeValue> read(DynamoDbClient dynamo, String id) {
        return dynamo.getItem(g -> g.tableName(TABLE).key(key(id)).consistentRead(true)).item();
    }

    private static List<String> groups(Map<String, AttributeValue> account) {
        return account.containsKey("groupNames") ? account.get("groupNames").ss() : List.of();
    }

    static String account(String username) {
        return "account#" + Username.key(username);
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", fromS(id));
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTable() {
        try {
            dynamo.createTable(t -> t.tableName(TABLE).billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id").attributeType(ScalarAttributeType.S).build()));
        } catch (ResourceInUseException e) {
            // It is there already.
        }
    }
}
