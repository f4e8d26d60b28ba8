package pix.embedded;

import static pix.embedded.EmbeddedAccounts.TABLE;
import static pix.embedded.EmbeddedAccounts.key;
import static pix.embedded.EmbeddedAccounts.number;
import static pix.embedded.EmbeddedAccounts.read;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import pix.learner.Username;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Where tries to sign in are counted: five wrong ones within a minute lock a name for a minute. Thread-safe. */
final class SignInTries {
    private static final int TRIES = 5;
    private static final Duration LOCK = Duration.ofMinutes(1);

    private final DynamoDbClient dynamo;
    private final InstantSource clock;

    SignInTries(DynamoDbClient dynamo, InstantSource clock) {
        this.dynamo = dynamo;
        this.clock = clock;
    }

    /** A try that was counted before it is made: a thousand at once are not a thousand tries. */
    final class Try {
        private final String place;
        private final Map<String, AttributeValue> counted;

        private Try(String place, Map<String, AttributeValue> counted) {
            this.place = place;
            this.counted = counted;
        }

        boolean allowed() {
            return number(counted, "tries") <= TRIES;
        }

        /** What was right was no try. It forgives no other: names share places. */
        void takeBack() {
            try {
                dynamo.updateItem(u -> u.tableName(TABLE).key(key(place)).updateExpression("ADD tries :less").conditionExpression("since = :since")
                        .expressionAttributeValues(Map.of(":less", fromN("-1"), ":since", counted.get("since"))));
            } catch (ConditionalCheckFailedException e) {
                // Its minute is over.
            }
        }

        void failed() {
            if (number(counted, "tries") != TRIES) return;
            String until = String.valueOf(clock.instant().plus(LOCK).getEpochSecond());
            dynamo.updateItem(u -> u.tableName(TABLE).key(key(place)).updateExpression("SET lockedUntil = :until")
                    .expressionAttributeValues(Map.of(":until", fromN(until))));
        }
    }

    /** How many seconds this name is locked for; 0 where it is not. */
    int locked(String username) {
        return (int) Math.max(0, number(read(dynamo, place(username)), "lockedUntil") - clock.instant().getEpochSecond());
    }

    /** One more try, or the first for a minute. */
    Try count(String username) {
        String place = place(username);
        AttributeValue now = fromN(String.valueOf(clock.instant().getEpochSecond()));
        AttributeValue longAgo = fromN(String.valueOf(clock.instant().minus(LOCK).getEpochSecond()));
        try {
            return new Try(place, dynamo.updateItem(u -> u.tableName(TABLE).key(key(place))
                    .updateExpression("SET tries = :one, since = :now")
                    .conditionExpression("attribute_not_exists(since) OR since <= :longAgo")
                    .expressionAttributeValues(Map.of(":one", fromN("1"), ":now", now, ":longAgo", longAgo))
                    .returnValues("ALL_NEW")).attributes());
        } catch (ConditionalCheckFailedException e) {
            return new Try(place, dynamo.updateItem(u -> u.tableName(TABLE).key(key(place)).updateExpression("ADD tries :one")
                    .expressionAttributeValues(Map.of(":one", fromN("1"))).returnValues("ALL_NEW")).attributes());
        }
    }

    /** One of 65,536 places, for names somebody has and for others, so that invented ones fill no table. */
    static String place(String username) {
        return "tries#" + EmbeddedAccounts.sha256(Username.key(username)).substring(0, 4);
    }
}
