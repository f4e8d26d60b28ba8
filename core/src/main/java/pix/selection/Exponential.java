package pix.selection;

/**
 * e^x, several times as fast as {@link StrictMath#exp} and as repeatable: plain arithmetic, the same bits on every
 * machine. e^x = 2^(n/64) e^r with |r| &le; ln 2 / 128; the powers of two come from a table and e^r from its Taylor series.
 * Relative error below 2e-13.
 */
final class Exponential {
    private static final int STEP_BITS = 6;
    private static final int STEPS = 1 << STEP_BITS;
    private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);
    private static final double STEP = StrictMath.log(2) / STEPS;
    /** Beyond this a logistic curve is flat in double precision. */
    private static final double LIMIT = 300;
    /** Of a double's exponent. */
    private static final int BIAS = 1023;
    private static final int MANTISSA_BITS = 52;
    private static final double[] POWERS = new double[STEPS];

    static {
        for (int n = 0; n < STEPS; n++) POWERS[n] = StrictMath.pow(2, (double) n / STEPS);
    }

    private Exponential() {}

    /** e^x; arguments beyond ±300 count as ±300. */
    static double of(double x) {
        double within = x > LIMIT ? LIMIT : x < -LIMIT ? -LIMIT : x;
        double steps = Math.rint(within * STEPS_PER_UNIT);
        double r = within - steps * STEP;
        int n = (int) steps;
        double power = Double.longBitsToDouble((long) (BIAS + (n >> STEP_BITS)) << MANTISSA_BITS);
        return power * POWERS[n & STEPS - 1] * (1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r / 24))));
    }
}
