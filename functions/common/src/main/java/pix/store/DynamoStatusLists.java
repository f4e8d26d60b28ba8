package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNs;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import pix.certificate.StatusEntry;
import pix.certificate.StatusList;
import pix.certificate.StatusLists;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Status lists in the table {@code Certificates}. One counter, added to atomically, gives out entries in blocks; the
 * secret seed of each list turns the count into an index that tells nothing of the order. The revoked indexes are a set
 * of numbers, which two operators may add to at once. Thread-safe.
 */
public final class DynamoStatusLists implements StatusLists {
    private static final String FACET = "statusList";
    private static final int SEED_BYTES = 32;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final SecureRandom random;
    /** An order takes milliseconds to make and half a megabyte to keep; two lists at most are being filled. */
    private final Map<Integer, int[]> orders = new ConcurrentHashMap<>();

    public DynamoStatusLists(DynamoDbClient client, String table, InstantSource clock, SecureRandom random) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public List<StatusEntry> reserve(int count) {
        Map<String, AttributeValue> counter = client.updateItem(u -> u.tableName(table).key(key("statusLists"))
                .updateExpression("ADD reserved :count")
                .expressionAttributeValues(Map.of(":count", fromN(String.valueOf(count))))
                .returnValues(ReturnValue.UPDATED_NEW)).attributes();
        long end = Long.parseLong(counter.get("reserved").n());
        return LongStream.range(end - count, end).mapToObj(this::entry).toList();
    }

    private StatusEntry entry(long number) {
        int list = Math.toIntExact(number / StatusList.SIZE) + 1;
        int[] order = orders.computeIfAbsent(list, this::order);
        return new StatusEntry(list, order[(int) (number % StatusList.SIZE)]);
    }

    private int[] order(int list) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        try {
            client.putItem(p -> p.tableName(table)
                    .item(Map.of("certificateCode", fromS("statusList#" + list), "facet", fromS(FACET),
                            "seed", fromB(SdkBytes.fromByteArray(seed)), "changedAt", fromS(Values.text(clock.instant()))))
                    .conditionExpression("attribute_not_exists(certificateCode)"));
            return StatusList.order(seed);
        } catch (ConditionalCheckFailedException e) {
            // Another made this list first: its seed counts.
            return StatusList.order(item(list).get("seed").b().asByteArray());
        }
    }

    @Override
    public Optional<StatusList> find(int list) {
        Map<String, AttributeValue> item = item(list);
        if (item.isEmpty()) return Optional.empty();
        Set<Integer> revoked = item.containsKey("revoked")
                ? item.get("revoked").ns().stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return Optional.of(new StatusList(list, revoked, Instant.parse(item.get("changedAt").s())));
    }

    private Map<String, AttributeValue> item(int list) {
        return client.getItem(g -> g.tableName(table).key(key("statusList#" + list)).consistentRead(true)).item();
    }

    /** The change that sets one bit. */
    static Update set(String table, StatusEntry entry, Instant at) {
        return Update.builder()
                .tableName(table)
                .key(key("statusList#" + entry.list()))
                .updateExpression("ADD revoked :index SET changedAt = :at")
                .expressionAttributeValues(Map.of(
                        ":index", fromNs(List.of(String.valueOf(entry.index()))), ":at", fromS(Values.text(at))))
                .build();
    }

    private static Map<String, AttributeValue> key(String partition) {
        return Map.of("certificateCode", fromS(partition), "facet", fromS(FACET));
    }
}
