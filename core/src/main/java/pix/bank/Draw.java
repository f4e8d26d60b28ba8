package pix.bank;

import java.util.ArrayList;
import java.util.List;

/**
 * The luck of one question: SplitMix64 (Steele, Lea and Flood, 2014) from the assessment's seed and the item's key.
 * Written out rather than taken from the library, because what a person was shown must be found again years later.
 * Not thread-safe; one is made per question.
 */
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed) {
        this.state = seed;
    }

    static Draw of(long seed, int key) {
        return new Draw(mix(seed + key * GOLDEN_GAMMA));
    }

    long next() {
        return mix(state += GOLDEN_GAMMA);
    }

    /** A whole number from 0 to {@code bound - 1}. The bias of the multiplication is below 2⁻⁵⁰ for bounds below 2¹³. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    /** The numbers from 0 to {@code size - 1}, each order equally likely. */
    List<Integer> order(int size) {
        var order = new ArrayList<Integer>(size);
        for (int i = 0; i < size; i++) {
            int at = below(i + 1);
            if (at == i) {
                order.add(i);
            } else {
                order.add(order.get(at));
                order.set(at, i);
            }
        }
        return order;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
