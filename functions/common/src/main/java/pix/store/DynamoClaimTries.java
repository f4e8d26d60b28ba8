package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.ClaimTries;
import pix.enrolment.RosterKeys;
import pix.learner.Username;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts wrong claims a quarter of an hour in the table {@code Organisations}, by person and by address: a whole school
 * sits behind one address. Both are personal: items are called by a keyed hash, and soon forgotten. Thread-safe.
 */
public final class DynamoClaimTries implements ClaimTries {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_OF_A_PERSON = 10;
    private static final int MOST_OF_AN_ADDRESS = 200;

    private final DynamoDbClient client;
    private final String table;
    private final RosterKeys keys;
    private final InstantSource clock;

    public DynamoClaimTries(DynamoDbClient client, String table, RosterKeys keys, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> locked(Claimant claimant) {
        boolean locked = BatchRead.items(client, table, List.of(person(claimant), address(claimant)), true).stream()
                .anyMatch(item -> Integer.parseInt(item.get("tries").n()) >= Integer.parseInt(item.get("most").n()));
        long now = clock.instant().getEpochSecond();
        return locked ? Optional.of(Duration.ofSeconds(WINDOW.toSeconds() - now % WINDOW.toSeconds())) : Optional.empty();
    }

    @Override
    public void failed(Claimant claimant) {
        count(person(claimant), MOST_OF_A_PERSON);
        count(address(claimant), MOST_OF_AN_ADDRESS);
    }

    @Override
    public void asked(Claimant claimant) {
        count(person(claimant), MOST_OF_A_PERSON);
    }

    private void count(Map<String, AttributeValue> key, int most) {
        long forgotten = clock.instant().plus(WINDOW.multipliedBy(2)).getEpochSecond();
        client.updateItem(u -> u
                .tableName(table)
                .key(key)
                .updateExpression("ADD tries :one SET most = :most, expiresAt = :forgotten")
                .expressionAttributeValues(Map.of(
                        ":one", fromN("1"), ":most", fromN(String.valueOf(most)), ":forgotten", fromN(String.valueOf(forgotten)))));
    }

    private Map<String, AttributeValue> person(Claimant c) {
        return key("person " + c.address() + " " + Username.key(c.username()));
    }

    private Map<String, AttributeValue> address(Claimant c) {
        return key("address " + c.address());
    }

    private Map<String, AttributeValue> key(String who) {
        long window = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.hash("tries", window + " " + who));
        return Map.of("organisationId", fromS("tries#" + hash), "facet", fromS("tries"));
    }
}
