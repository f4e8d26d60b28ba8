package pix.calibration;

import java.util.HashMap;
import java.util.Map;

/**
 * The counts of all tests ever counted. Which tests those are is not kept: they are all that were finished before a
 * moment, so that none can be in twice.
 */
public record Totals(long tests, Map<Integer, ItemCounts> items) {
    public Totals {
        items = Map.copyOf(items);
    }

    public static Totals none() {
        return new Totals(0, Map.of());
    }

    /** These and the counts of other tests. */
    public Totals and(Counts more) {
        Map<Integer, ItemCounts> sums = new HashMap<>(items);
        more.items().forEach((item, counts) -> {
            ItemCounts sum = counts.copy();
            if (items.containsKey(item)) sum.add(items.get(item));
            sums.put(item, sum);
        });
        return new Totals(tests + more.tests(), sums);
    }
}
