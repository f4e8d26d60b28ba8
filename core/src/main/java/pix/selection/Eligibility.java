package pix.selection;

import java.util.Arrays;

/**
 * How often each item may be used: the probability that it is eligible in an assessment, drawn once per assessment and
 * item from the assessment's seed. Keeps popular items from being known to everybody.
 *
 * <p>After van der Linden and Veldkamp, "Constraining item exposure in computerized adaptive testing with shadow tests",
 * Journal of Educational and Behavioral Statistics 29, 2004: where an item's rate of use was r under eligibility p, an
 * eligibility of min(1, p · cap / r) would have kept the rate at the cap. Items take each other's place, so only half of
 * that way (in logarithms) is gone at a time, or rates would swing. All it needs is how often each item was asked in a
 * stretch of assessments, which the stored answers tell: nothing is counted while people answer.
 *
 * <p>Immutable. Positions are those of the pool.
 */
public final class Eligibility {
    private static final Eligibility EVERYTHING = new Eligibility(new float[0]);
    /** Without it an item that was never eligible could never come back. */
    private static final float LEAST = 1e-4f;
    /** So many times as eligible at most from one stretch to the next. */
    private static final double LARGEST_STEP = 2;
    /** So many assessments that kept every item at the cap are imagined beside those there were: few change little. */
    private static final int CAUTION = 100;

    /** Empty where everything is eligible. */
    private final float[] probability;

    private Eligibility(float[] probability) {
        this.probability = probability;
    }

    /** Every item may always be asked. */
    public static Eligibility everything() {
        return EVERYTHING;
    }

    /** The given probabilities, by position in the pool; 1 where the array ends. */
    public static Eligibility of(float[] probability) {
        for (float p : probability) {
            if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("a probability lies between 0 and 1: " + p);
        }
        return new Eligibility(probability.clone());
    }

    /** The probability that an item is eligible. */
    public double probability(int index) {
        return index < probability.length ? probability[index] : 1;
    }

    /** What {@link #allows} needs of the seed of an assessment: the same for all its items. */
    static long luck(long seed) {
        return Seeds.start(seed);
    }

    /** Whether an item is eligible in the assessment with this luck. */
    boolean allows(long luck, int index) {
        return index >= probability.length
                || probability[index] >= 1
                || Seeds.fractionFrom(luck, ~(long) index) < probability[index];
    }

    /**
     * What the next stretch of assessments should use.
     *
     * @param asked how many of the assessments asked each item, by position
     * @param assessments how many there were
     * @param cap the largest share of assessments that may ask an item, above 0
     */
    public Eligibility after(int[] asked, int assessments, double cap) {
        if (assessments < 0 || !(cap > 0)) throw new IllegalArgumentException("no fewer than no assessments, a cap above 0");
        float[] next = new float[asked.length];
        for (int i = 0; i < next.length; i++) {
            double before = probability(i);
            double rate = (asked[i] + CAUTION * cap) / (assessments + CAUTION);
            double step = Math.min(LARGEST_STEP, Math.sqrt(cap / rate));
            next[i] = (float) Math.clamp(before * step, LEAST, 1);
        }
        return new Eligibility(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Eligibility eligibility && Arrays.equals(probability, eligibility.probability);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probability);
    }
}
