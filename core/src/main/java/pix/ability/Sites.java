package pix.ability;

import java.nio.ByteBuffer;
import java.util.Arrays;
import pix.framework.Competence;

/**
 * Everything a person's answers say about them, in thirty-two numbers. An item measures one competence, so what all the
 * answers in that competence say together is kept as one Gaussian factor ("site") on that dimension alone:
 *
 * <pre>exp(−½ precision θ² + shift θ)</pre>
 *
 * Multiplied with the {@link Prior} the sixteen sites are the whole posterior. They are kept in single precision, as
 * they are stored: what is computed from a state is the same before and after it was written away.
 */
public final class Sites {
    /** 16 times a precision and a shift, four bytes each, big-endian. */
    public static final int BYTES = Prior.DIMENSIONS * 2 * Float.BYTES;

    private static final Sites NONE = new Sites(new float[Prior.DIMENSIONS], new float[Prior.DIMENSIONS]);

    final float[] precision;
    final float[] shift;

    private Sites(float[] precision, float[] shift) {
        this.precision = precision;
        this.shift = shift;
    }

    /** The state before the first answer. */
    public static Sites none() {
        return NONE;
    }

    /**
     * Reads what {@link #toBytes()} wrote, bit by bit.
     *
     * @throws IllegalArgumentException where these bytes are no such state
     */
    public static Sites ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a state has " + BYTES + " bytes: " + bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        float[] precision = new float[Prior.DIMENSIONS];
        float[] shift = new float[Prior.DIMENSIONS];
        for (int c = 0; c < Prior.DIMENSIONS; c++) {
            precision[c] = buffer.getFloat();
            shift[c] = buffer.getFloat();
            if (!(precision[c] >= 0 && precision[c] <= Float.MAX_VALUE) || !Float.isFinite(shift[c])) {
                throw new IllegalArgumentException("no such state: precision " + precision[c] + ", shift " + shift[c]);
            }
        }
        return new Sites(precision, shift);
    }

    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        for (int c = 0; c < Prior.DIMENSIONS; c++) buffer.putFloat(precision[c]).putFloat(shift[c]);
        return buffer.array();
    }

    /**
     * The same state, less certain: every precision and shift times {@code factor}, so that the posterior moves back
     * towards the prior. This is how a profile ages: 1 leaves it as it is, 0 forgets it.
     */
    public Sites fadedBy(double factor) {
        if (!(factor >= 0 && factor <= 1)) throw new IllegalArgumentException("a factor lies between 0 and 1: " + factor);
        float[] fadedPrecision = new float[Prior.DIMENSIONS];
        float[] fadedShift = new float[Prior.DIMENSIONS];
        for (int c = 0; c < Prior.DIMENSIONS; c++) {
            fadedPrecision[c] = (float) (precision[c] * factor);
            fadedShift[c] = (float) (shift[c] * factor);
        }
        return new Sites(fadedPrecision, fadedShift);
    }

    /**
     * This state and what was learnt between two others: every precision and shift plus the difference from {@code from}
     * to {@code to}. This is how the answers of an assessment join a profile that others changed meanwhile. Answers can
     * make less sure (a lucky guess does), but no precision falls below 0.
     */
    public Sites changedAs(Sites from, Sites to) {
        float[] sumPrecision = new float[Prior.DIMENSIONS];
        float[] sumShift = new float[Prior.DIMENSIONS];
        for (int c = 0; c < Prior.DIMENSIONS; c++) {
            sumPrecision[c] = Math.max(0, precision[c] + (to.precision[c] - from.precision[c]));
            sumShift[c] = shift[c] + (to.shift[c] - from.shift[c]);
        }
        return new Sites(sumPrecision, sumShift);
    }

    public float precision(Competence competence) {
        return precision[competence.ordinal()];
    }

    public float shift(Competence competence) {
        return shift[competence.ordinal()];
    }

    /** Whether any answer said something about this competence itself. */
    public boolean measured(Competence competence) {
        return precision(competence) != 0 || shift(competence) != 0;
    }

    /** The first measured competence from this one on, {@link Prior#DIMENSIONS} where there is none. */
    int nextMeasured(int from) {
        int c = from;
        while (c < Prior.DIMENSIONS && precision[c] == 0 && shift[c] == 0) c++;
        return c;
    }

    Sites with(int dimension, float newPrecision, float newShift) {
        float[] precisions = precision.clone();
        float[] shifts = shift.clone();
        precisions[dimension] = newPrecision;
        shifts[dimension] = newShift;
        return new Sites(precisions, shifts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sites sites
                && Arrays.equals(precision, sites.precision)
                && Arrays.equals(shift, sites.shift);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(precision) + Arrays.hashCode(shift);
    }

    @Override
    public String toString() {
        return "Sites" + Arrays.toString(precision) + Arrays.toString(shift);
    }
}
