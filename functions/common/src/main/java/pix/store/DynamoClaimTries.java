package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.ClaimTries;
import pix.enrolment.RosterKeys;
import pix.learner.Username;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts claims a quarter of an hour in the table {@code Organisations}, by person and by address: a whole school
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
    public Optional<Duration> count(Claimant claimant) {
        // Whoever is locked out takes no tries from the class mates behind the same address.
        boolean admitted = add(person(claimant), 1) <= MOST_OF_A_PERSON && add(address(claimant), 1) <= MOST_OF_AN_ADDRESS;
        return admitted ? Optional.empty() : Optional.of(restOfWindow());
    }

    @Override
    public void takeBack(Claimant claimant) {
        add(person(claimant), -1);
        add(address(claimant), -1);
    }

    @Override
    public Optional<Duration> countRequest(Claimant claimant) {
        return add(person(claimant), 1) <= MOST_OF_A_PERSON ? Optional.empty() : Optional.of(restOfWindow());
    }

    /** One write, and it decides: tries at the same moment are counted one by one. */
    private int add(Map<String, AttributeValue> key, int tries) {
        long forgotten = clock.instant().plus(WINDOW.multipliedBy(2)).getEpochSecond();
        return Integer.parseInt(client.updateItem(u -> u
                        .tableName(table)
                        .key(key)
                        .updateExpression("ADD tries :tries SET expiresAt = :forgotten")
                        .expressionAttributeValues(Map.of(
                                ":tries", fromN(String.valueOf(tries)), ":forgotten", fromN(String.valueOf(forgotten))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes().get("tries").n());
    }

    private Duration restOfWindow() {
        return Duration.ofSeconds(WINDOW.toSeconds() - clock.instant().getEpochSecond() % WINDOW.toSeconds());
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
