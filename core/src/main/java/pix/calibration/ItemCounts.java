package pix.calibration;

import java.nio.ByteBuffer;
import pix.ability.Normal;

/**
 * What all answers to one item say about it: for each of {@value #POINTS} abilities from −4 to 4, the expected number of
 * people of that ability who were asked, and of those who were right (the E-step of Bock and Aitkin, Psychometrika 46,
 * 1981). Counts of different people add up, in any order and from anywhere: 82 numbers that a store can add to.
 */
public final class ItemCounts {
    /** Abilities on the grid. */
    public static final int POINTS = 41;
    public static final int BYTES = POINTS * 2 * Double.BYTES;
    private static final double REACH = 4;
    private static final double STEP = 2 * REACH / (POINTS - 1);

    private final double[] asked = new double[POINTS];
    private final double[] right = new double[POINTS];

    /** The ability at a point of the grid. */
    public static double ability(int point) {
        return -REACH + point * STEP;
    }

    /** Reads what {@link #toBytes()} wrote, bit by bit. */
    public static ItemCounts ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException(BYTES + " bytes, not " + bytes.length);
        ItemCounts counts = new ItemCounts();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int p = 0; p < POINTS; p++) {
            counts.asked[p] = buffer.getDouble();
            counts.right[p] = buffer.getDouble();
        }
        return counts;
    }

    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        for (int p = 0; p < POINTS; p++) buffer.putDouble(asked[p]).putDouble(right[p]);
        return buffer.array();
    }

    /** Adds one answer of a person whose ability, this answer included, is known as N(mean, variance). */
    void add(double mean, double variance, double score) {
        double deviation = Math.sqrt(Math.max(variance, STEP * STEP / 4));
        double[] weights = new double[POINTS];
        double total = 0;
        for (int p = 0; p < POINTS; p++) total += weights[p] = Normal.density((ability(p) - mean) / deviation);
        if (total == 0) return;
        for (int p = 0; p < POINTS; p++) {
            asked[p] += weights[p] / total;
            right[p] += score * weights[p] / total;
        }
    }

    void add(ItemCounts other) {
        for (int p = 0; p < POINTS; p++) {
            asked[p] += other.asked[p];
            right[p] += other.right[p];
        }
    }

    ItemCounts copy() {
        ItemCounts copy = new ItemCounts();
        copy.add(this);
        return copy;
    }

    /** The expected number of people of a point's ability who were asked. */
    public double asked(int point) {
        return asked[point];
    }

    /** The expected number of those who were right. */
    public double right(int point) {
        return right[point];
    }

    /** How many answers there were. */
    public double answers() {
        double sum = 0;
        for (double a : asked) sum += a;
        return sum;
    }
}
