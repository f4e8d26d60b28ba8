package pix.ability;

/** The standard normal distribution. */
public final class Normal {
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;
    /** Beyond this the tail is below 1e-16. */
    private static final double FAR = 8.3;

    private Normal() {}

    /** φ(z). */
    public static double density(double z) {
        return INVERSE_ROOT_TWO_PI * StrictMath.exp(-z * z / 2);
    }

    /**
     * Φ(z), by the series of Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4),
     * 2004: absolute error below 1e-15.
     */
    public static double cumulative(double z) {
        if (z < -FAR) return 0;
        if (z > FAR) return 1;
        double sum = z;
        double term = z;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= z * z / i;
            sum += term;
        }
        return Math.clamp(0.5 + sum * density(z), 0, 1);
    }
}
