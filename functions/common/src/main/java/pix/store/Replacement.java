package pix.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** An update that makes an item what it should be but for its counters, which others change at the same time. */
final class Replacement {
    private Replacement() {}

    /**
     * @param key of the item
     * @param item as it should be
     * @param counters attributes left alone
     * @param optional attributes removed where {@code item} has none
     * @param before the revision it must have now
     * @param more a further condition on {@code :capacity} or other values of the item, empty for none
     */
    static Update of(
            String table,
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Set<String> counters,
            Set<String> optional,
            long before,
            String more) {
        List<String> set = new ArrayList<>();
        List<String> remove = new ArrayList<>();
        Map<String, String> names = new HashMap<>(Map.of("#revision", "revision"));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":before", AttributeValue.fromN(String.valueOf(before))));
        item.forEach((name, value) -> {
            if (key.containsKey(name) || counters.contains(name)) return;
            names.put("#" + name, name);
            values.put(":" + name, value);
            set.add("#" + name + " = :" + name);
        });
        for (String name : optional) {
            if (item.containsKey(name)) continue;
            names.put("#" + name, name);
            remove.add("#" + name);
        }
        return Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("SET " + String.join(", ", set) + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove)))
                .conditionExpression("#revision = :before" + (more.isEmpty() ? "" : " AND " + more))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
