package pix.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenItemsTest {
    private static final int[] KEYS = new Random(5).ints(5000, 0, 1 << 30).toArray();

    @Test
    void remembers_every_item_it_was_told() {
        int[] met = Arrays.copyOf(KEYS, 64);

        SeenItems seen = SeenItems.ofBytes(SeenItems.none().and(met).toBytes());

        assertTrue(IntStream.of(met).allMatch(seen::contains));
    }

    @Test
    void takes_one_in_ten_others_for_seen_after_two_hundred() {
        SeenItems seen = SeenItems.none().and(Arrays.copyOf(KEYS, 200));

        double mistaken = IntStream.of(KEYS).skip(200).filter(seen::contains).count() / (KEYS.length - 200.0);

        assertEquals(.105, mistaken, .04);
    }

    @Test
    void starts_anew_before_everything_looks_seen() {
        SeenItems seen = SeenItems.none();
        for (int from = 0; from < 2000; from += 50) seen = seen.and(Arrays.copyOfRange(KEYS, from, from + 50));

        double mistaken = IntStream.of(KEYS).skip(2000).filter(seen::contains).count() / (KEYS.length - 2000.0);

        assertTrue(mistaken < .4, "taken for seen: " + mistaken);
        assertTrue(IntStream.of(KEYS).skip(1950).limit(50).allMatch(seen::contains), "the latest are remembered");
    }
}
