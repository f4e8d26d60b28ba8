package pix.selection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.framework.Competence;

/**
 * The items that may be asked, laid out for choosing fast. For each competence, and for each cell of a grid over the
 * ability and how unsure it is, there is a list of the {@value #LISTED} items that promise most there, best first, so
 * that the cost of a choice does not depend on the size of the bank.
 *
 * <p>What an item promises is the expected drop of the variance of a normal ability N(μ, v) by its answer,
 * v² E[P′]² / (E[P] (1 − E[P])), with the normal-logistic integrals after MacKay, "The evidence framework applied to
 * classification networks", Neural Computation 4, 1992: E[σ(x)] ≈ σ(x̄/√(1 + π s²/8)).
 *
 * <p>Items that promise the same come in an order drawn per cell, never in the order of the bank. A list is made the
 * first time it is needed and then kept; making it is repeatable, so threads may share a pool freely. Positions
 * ({@code index}) go from 0 to {@link #size()} − 1 in the order the items came in.
 */
public final class ItemPool {
    /** Items listed per cell. */
    static final int LISTED = 64;
    /** Cells of ability: centres from −LIMIT to LIMIT. */
    private static final double LIMIT = 4;
    private static final double CELL = .125;
    private static final int CELLS = (int) (2 * LIMIT / CELL) + 1;
    /** Centres of the bands of standard error; the borders lie half-way. */
    private static final double[] BANDS = {.25, .4, .6, .85, 1.1};
    /** The variances of the borders. */
    private static final double[] BORDERS = borders();

    private static final double MACKAY = Math.PI / 8;
    /** At most a million items a competence. */
    private static final int PLACE_BITS = 20;
    private static final int ORDER_BITS = 12;

    /** What an item is, in the bits that rules object to: below this one the needs it is unsuitable for. */
    static final long TIMED_TRAIT = 1L << Integer.SIZE;

    private final List<PoolItem> items;
    /** a, b, c and d − c of each item side by side: one line of the cache. */
    private final double[] parameters;
    private final long[] traits;
    private final int[][] enemies;
    private final int[][] ofCompetence;
    private final KeyTable keys;
    /** Filled when first needed; a list is complete before it becomes visible. */
    private final Ranked[] ranked = new Ranked[Prior.DIMENSIONS * CELLS * BANDS.length];

    /**
     * The best items of one cell and what they promise at its centre, in single precision so that ties show. The
     * parameters of the first stand beside it, where they are read without a detour through memory.
     */
    record Ranked(int[] indexes, float[] promise, double a, double b, double c, double range) {
        /** What the first item promises here, 0 where there is none. */
        double promiseOfTheFirst(double mean, double variance) {
            return ItemPool.promise(a, b, c, range, mean, variance);
        }
    }

    private ItemPool(List<PoolItem> items) {
        this.items = List.copyOf(items);
        int n = items.size();
        keys = new KeyTable(n);
        parameters = new double[4 * n];
        traits = new long[n];
        int[] sizes = new int[Prior.DIMENSIONS];
        for (int i = 0; i < n; i++) {
            PoolItem item = this.items.get(i);
            ItemParameters given = item.parameters();
            parameters[4 * i] = given.a();
            parameters[4 * i + 1] = given.b();
            parameters[4 * i + 2] = given.c();
            parameters[4 * i + 3] = given.d() - given.c();
            traits[i] = (item.timed() ? TIMED_TRAIT : 0) | Integer.toUnsignedLong(item.unsuitableFor());
            sizes[item.competence().ordinal()]++;
            keys.add(item, i);
        }
        ofCompetence = new int[Prior.DIMENSIONS][];
        for (int k = 0; k < Prior.DIMENSIONS; k++) {
            if (sizes[k] > 1 << PLACE_BITS) throw new IllegalArgumentException("too many items in one competence");
            ofCompetence[k] = new int[sizes[k]];
        }
        for (int i = n - 1; i >= 0; i--) {
            int k = this.items.get(i).competence().ordinal();
            ofCompetence[k][--sizes[k]] = i;
        }
        enemies = enemies();
    }

    /**
     * @throws IllegalArgumentException where two items have the same key
     */
    public static ItemPool of(List<PoolItem> items) {
        return new ItemPool(items);
    }

    /** Both ways, as positions; enemies that are not in this pool do not matter. */
    private int[][] enemies() {
        Map<Integer, Set<Integer>> both = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            for (int key : items.get(i).enemies()) {
                int other = indexOf(key).orElse(i);
                if (other == i) continue;
                both.computeIfAbsent(i, k -> new LinkedHashSet<>()).add(other);
                both.computeIfAbsent(other, k -> new LinkedHashSet<>()).add(i);
            }
        }
        int[][] found = new int[items.size()][];
        both.forEach((i, others) -> {
            found[i] = others.stream().mapToInt(Integer::intValue).toArray();
            keys.hasEnemies(items.get(i).key());
        });
        return found;
    }

    public int size() {
        return items.size();
    }

    public PoolItem item(int index) {
        return items.get(index);
    }

    /** The position of the item with this key, empty where the pool has none. */
    public OptionalInt indexOf(int key) {
        long entry = entry(key);
        return KeyTable.known(entry) ? OptionalInt.of(KeyTable.index(entry)) : OptionalInt.empty();
    }

    /** How many items measure a competence. */
    public int size(Competence of) {
        return ofCompetence[of.ordinal()].length;
    }

    /**
     * Makes all lists now instead of each when it is first needed: worth it for a process that will answer for hours,
     * not for a function that starts often.
     */
    public ItemPool prepared() {
        for (int k = 0; k < Prior.DIMENSIONS; k++) {
            for (int cell = 0; cell < CELLS * BANDS.length; cell++) ranked(k, cell);
        }
        return this;
    }

    /** What is known of a key, see {@link KeyTable}. */
    long entry(int key) {
        return keys.entry(key);
    }

    long traits(int index) {
        return traits[index];
    }

    /** Positions of the enemies, null where there are none. */
    int[] enemies(int index) {
        return enemies[index];
    }

    int[] ofCompetence(int k) {
        return ofCompetence[k];
    }

    private static double[] borders() {
        double[] borders = new double[BANDS.length - 1];
        for (int band = 0; band < borders.length; band++) {
            double border = (BANDS[band] + BANDS[band + 1]) / 2;
            borders[band] = border * border;
        }
        return borders;
    }

    Ranked ranked(int k, double mean, double variance) {
        int cell = (int) Math.rint((Math.clamp(mean, -LIMIT, LIMIT) + LIMIT) / CELL);
        int band = 0;
        while (band < BORDERS.length && variance > BORDERS[band]) band++;
        return ranked(k, cell * BANDS.length + band);
    }

    private Ranked ranked(int k, int cell) {
        Ranked known = ranked[k * CELLS * BANDS.length + cell];
        if (known != null) return known;
        Ranked made = rank(k, cell);
        ranked[k * CELLS * BANDS.length + cell] = made;
        return made;
    }

    private Ranked rank(int k, int cell) {
        double mean = cell / BANDS.length * CELL - LIMIT;
        double deviation = BANDS[cell % BANDS.length];
        int[] candidates = ofCompetence[k];
        // What each promises, then an order that differs from cell to cell, then its place: one number to sort by.
        long[] best = new long[LISTED * 4];
        int count = 0;
        long least = Long.MIN_VALUE;
        for (int j = 0; j < candidates.length; j++) {
            int promise = Float.floatToIntBits((float) exactPromise(candidates[j], mean, deviation * deviation));
            long order = Seeds.mix((long) cell << 32 | candidates[j]) >>> 64 - ORDER_BITS;
            long key = (long) promise << 32 | order << PLACE_BITS | j;
            if (key <= least) continue;
            best[count++] = key;
            if (count == best.length) {
                Arrays.sort(best);
                System.arraycopy(best, count - LISTED, best, 0, LISTED);
                count = LISTED;
                least = best[0];
            }
        }
        Arrays.sort(best, 0, count);
        int listed = Math.min(count, LISTED);
        int[] indexes = new int[listed];
        float[] promise = new float[listed];
        for (int j = 0; j < listed; j++) {
            long key = best[count - 1 - j];
            indexes[j] = candidates[(int) key & (1 << PLACE_BITS) - 1];
            promise[j] = Float.intBitsToFloat((int) (key >>> 32));
        }
        if (listed == 0) return new Ranked(indexes, promise, 1, 0, 0, 0);
        int first = 4 * indexes[0];
        return new Ranked(indexes, promise,
                parameters[first], parameters[first + 1], parameters[first + 2], parameters[first + 3]);
    }

    /** The expected drop of the variance of a normal ability by the answer to an item. */
    double promise(int index, double mean, double variance) {
        int first = 4 * index;
        return promise(
                parameters[first], parameters[first + 1], parameters[first + 2], parameters[first + 3], mean, variance);
    }

    private static double promise(double a, double b, double c, double range, double mean, double variance) {
        double widening = widening(a, variance);
        return drop(a, c, range, widening, Exponential.of(a * (b - mean) / Math.sqrt(widening)), variance);
    }

    /** The same to the last bit, by which lists are ranked: items that are each other's mirror image tie there or not. */
    private double exactPromise(int index, double mean, double variance) {
        int first = 4 * index;
        double a = parameters[first];
        double widening = widening(a, variance);
        double exponential = StrictMath.exp(a * (parameters[first + 1] - mean) / Math.sqrt(widening));
        return drop(a, parameters[first + 2], parameters[first + 3], widening, exponential, variance);
    }

    /** 1 + π s²/8. */
    private static double widening(double a, double variance) {
        return 1 + MACKAY * a * a * variance;
    }

    /**
     * With e = exp(−x̄/√(1 + π s²/8)), E[P] = (d + c e)/(1 + e) and E[P′] = (d − c) a e/((1 + e)² √(1 + π s²/8)): one
     * division for the whole quotient.
     */
    private static double drop(double a, double c, double range, double widening, double e, double variance) {
        double growth = variance * range * a * e;
        double right = c + range + c * e;
        double wrong = 1 - c - range + (1 - c) * e;
        double spread = widening * (1 + e) * (1 + e) * right * wrong;
        return spread > 0 ? growth * growth / spread : 0;
    }
}
