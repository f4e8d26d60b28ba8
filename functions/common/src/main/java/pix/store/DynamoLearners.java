package pix.store;

import static pix.store.Values.date;
import static pix.store.Values.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.Language;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.learner.Situation;
import pix.learner.Username;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Learners in the table {@code Learners}: partition {@code learnerId}, sort key {@code facet}. The facet
 * {@code account} says who the person is. A sentinel under the partition {@code username#…} holds the user name, put in
 * the same transaction, so that a name has one owner. Thread-safe.
 */
public final class DynamoLearners implements Learners {
    static final String ACCOUNT = "account";
    private static final Expression ABSENT =
            Expression.builder().expression("attribute_not_exists(learnerId)").build();
    private static final Expression PRESENT =
            Expression.builder().expression("attribute_exists(learnerId)").build();

    private static final StaticTableSchema<Account> ACCOUNTS = StaticTableSchema.builder(Account.class)
            .newItemSupplier(Account::new)
            .addAttribute(String.class, a -> a.name("learnerId").getter(i -> i.learnerId)
                    .setter((i, v) -> i.learnerId = v).tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(String.class, a -> a.name("facet").getter(i -> i.facet)
                    .setter((i, v) -> i.facet = v).tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(String.class, a -> a.name("username").getter(i -> i.username)
                    .setter((i, v) -> i.username = v))
            .addAttribute(String.class, a -> a.name("givenName").getter(i -> i.givenName)
                    .setter((i, v) -> i.givenName = v))
            .addAttribute(String.class, a -> a.name("familyName").getter(i -> i.familyName)
                    .setter((i, v) -> i.familyName = v))
            .addAttribute(LocalDate.class, a -> a.name("birthDate").getter(i -> i.birthDate)
                    .setter((i, v) -> i.birthDate = v).attributeConverter(date()))
            .addAttribute(String.class, a -> a.name("situation").getter(i -> i.situation)
                    .setter((i, v) -> i.situation = v))
            .addAttribute(String.class, a -> a.name("locale").getter(i -> i.locale).setter((i, v) -> i.locale = v))
            .addAttribute(EnhancedType.setOf(String.class),
                    a -> a.name("needs").getter(i -> i.needs).setter((i, v) -> i.needs = v))
            .addAttribute(Instant.class, a -> a.name("createdAt").getter(i -> i.createdAt)
                    .setter((i, v) -> i.createdAt = v).attributeConverter(instant()))
            .addAttribute(String.class, a -> a.name("owner").getter(i -> i.owner).setter((i, v) -> i.owner = v))
            .build();

    private final DynamoDbClient client;
    private final DynamoDbEnhancedClient enhanced;
    private final DynamoDbTable<Account> accounts;

    public DynamoLearners(DynamoDbClient client, String table) {
        this.client = client;
        this.enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.accounts = enhanced.table(table, ACCOUNTS);
    }

    @Override
    public boolean add(Learner learner) {
        try {
            enhanced.transactWriteItems(t -> t
                    .addPutItem(accounts, absent(Account.of(learner)))
                    .addPutItem(accounts, absent(Account.sentinel(learner))));
            return true;
        } catch (TransactionCanceledException e) {
            if (Cancellations.onlyConditions(e)) return false;
            throw e;
        }
    }

    @Override
    public Optional<Learner> find(String learnerId) {
        return get(learnerId).map(Account::learner);
    }

    @Override
    public Map<String, Learner> findAll(Collection<String> learnerIds) {
        List<Map<String, AttributeValue>> keys = learnerIds.stream()
                .map(id -> Map.of("learnerId", AttributeValue.fromS(id), "facet", AttributeValue.fromS(ACCOUNT)))
                .toList();
        return BatchRead.items(client, accounts.tableName(), keys, false).stream()
                .map(item -> ACCOUNTS.mapToItem(item).learner())
                .collect(Collectors.toUnmodifiableMap(Learner::learnerId, l -> l));
    }

    @Override
    public Optional<String> findByUsername(String username) {
        return get(sentinelKey(username)).map(a -> a.owner);
    }

    @Override
    public boolean update(Learner learner) {
        try {
            accounts.putItem(p -> p.item(Account.of(learner)).conditionExpression(PRESENT));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public void erase(Learner learner) {
        enhanced.transactWriteItems(t -> t
                .addDeleteItem(accounts, key(learner.learnerId(), ACCOUNT))
                .addDeleteItem(accounts, key(learner.learnerId(), DynamoProfiles.FACET))
                .addDeleteItem(accounts, key(sentinelKey(learner.username()), ACCOUNT)));
    }

    private Optional<Account> get(String partition) {
        return Optional.ofNullable(accounts.getItem(g -> g.key(key(partition, ACCOUNT)).consistentRead(true)));
    }

    private static Key key(String partition, String facet) {
        return Key.builder().partitionValue(partition).sortValue(facet).build();
    }

    private static String sentinelKey(String username) {
        return "username#" + Username.key(username);
    }

    private static TransactPutItemEnhancedRequest<Account> absent(Account item) {
        return TransactPutItemEnhancedRequest.builder(Account.class).item(item).conditionExpression(ABSENT).build();
    }

    private static final class Account {
        private String learnerId;
        private String facet;
        private String username;
        private String givenName;
        private String familyName;
        private LocalDate birthDate;
        private String situation;
        private String locale;
        private Set<String> needs;
        private Instant createdAt;
        private String owner;

        static Account of(Learner l) {
            Account item = new Account();
            item.learnerId = l.learnerId();
            item.facet = ACCOUNT;
            item.username = l.username();
            item.givenName = l.givenName();
            item.familyName = l.familyName();
            item.birthDate = l.birthDate();
            item.situation = l.situation().code();
            item.locale = l.locale().tag();
            item.needs = Needs.write(l.needs());
            item.createdAt = l.createdAt();
            return item;
        }

        static Account sentinel(Learner l) {
            Account item = new Account();
            item.learnerId = sentinelKey(l.username());
            item.facet = ACCOUNT;
            item.owner = l.learnerId();
            return item;
        }

        Learner learner() {
            return new Learner(learnerId, username, givenName, familyName, birthDate,
                    Situation.ofCode(situation).orElse(Situation.OTHER), Language.ofTag(locale).orElse(Language.FR),
                    Needs.read(needs), createdAt);
        }
    }
}
