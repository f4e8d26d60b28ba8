package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pix.ability.Sites;
import pix.assessment.Profile;
import pix.assessment.Profiles;
import pix.assessment.SeenItems;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Profiles in the table {@code Learners}, facet {@code profile}. Open assessments are attributes of their own
 * ({@code open#placement}), and {@code revision} guards every change. The low-level client serves here because the names
 * of the attributes are data. Thread-safe.
 */
public final class DynamoProfiles implements Profiles {
    static final String FACET = "profile";

    private static final String OPEN = "open#";

    private final DynamoDbClient client;
    private final String table;

    public DynamoProfiles(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Profile find(String learnerId) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                        .tableName(table).key(key(learnerId)).consistentRead(true))
                .item();
        return item.isEmpty() ? Profile.empty(learnerId) : read(learnerId, item);
    }

    static Profile read(String learnerId, Map<String, AttributeValue> item) {
        return new Profile(learnerId, Long.parseLong(item.get("revision").n()),
                Optional.ofNullable(item.get("sites")).map(v -> Sites.ofBytes(v.b().asByteArray())).orElse(Sites.none()),
                counts(item.get("answers")),
                Optional.ofNullable(item.get("seen")).map(v -> SeenItems.ofBytes(v.b().asByteArray())).orElse(SeenItems.none()),
                item.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(OPEN))
                        .collect(Collectors.toUnmodifiableMap(e -> e.getKey().substring(OPEN.length()), e -> e.getValue().s())),
                Optional.ofNullable(item.get("updatedAt")).map(v -> Instant.parse(v.s())));
    }

    /**
     * The change that makes the stored profile equal to {@code profile}, where the stored one is the revision before it.
     *
     * @param slot the one slot of open assessments that may differ
     */
    Update update(Profile profile, String slot) {
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, String> names = new HashMap<>(Map.of("#open", OPEN + slot));
        List<String> set = new ArrayList<>();
        List<String> remove = new ArrayList<>();
        set(set, values, "revision", fromN(String.valueOf(profile.revision())));
        set(set, values, "sites", fromB(SdkBytes.fromByteArray(profile.sites().toBytes())));
        set(set, values, "seen", fromB(SdkBytes.fromByteArray(profile.seen().toBytes())));
        set(set, values, "answers", AttributeValue.fromL(Arrays.stream(profile.answers())
                .mapToObj(n -> fromN(String.valueOf(n))).toList()));
        profile.updatedAt().ifPresent(at -> set(set, values, "updatedAt", fromS(Values.text(at))));
        Optional.ofNullable(profile.open().get(slot)).ifPresentOrElse(id -> {
            set.add("#open = :open");
            values.put(":open", fromS(id));
        }, () -> remove.add("#open"));
        values.put(":before", fromN(String.valueOf(profile.revision() - 1)));
        String condition = profile.revision() == 1 ? "attribute_not_exists(revision)" : "revision = :before";
        if (profile.revision() == 1) values.remove(":before");
        return Update.builder()
                .tableName(table)
                .key(key(profile.learnerId()))
                .updateExpression("SET " + String.join(", ", set) + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove)))
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private static void set(List<String> set, Map<String, AttributeValue> values, String name, AttributeValue value) {
        set.add(name + " = :" + name);
        values.put(":" + name, value);
    }

    private static int[] counts(AttributeValue list) {
        return list.l().stream().mapToInt(v -> Integer.parseInt(v.n())).toArray();
    }

    static Map<String, AttributeValue> key(String learnerId) {
        return Map.of("learnerId", fromS(learnerId), "facet", fromS(FACET));
    }
}
