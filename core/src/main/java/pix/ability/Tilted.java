package pix.ability;

/**
 * Mean and variance of a normal distribution after one answer: the moments of N(mean, variance) times the likelihood
 * P^score (1 − P)^(1 − score).
 *
 * <p>The integral is a sum over {@value #NODES} equally spaced points within six standard deviations; for integrands
 * this smooth the error of that sum falls exponentially and stays below 1e-6 of a standard deviation. Equal spacing also
 * means that exp(−a(θ − b)) is multiplied by the same ratio from point to point: two exponentials in all.
 */
record Tilted(double mean, double variance) {
    private static final int NODES = 31;
    private static final double REACH = 6;
    private static final double STEP = 2 * REACH / (NODES - 1);
    private static final double[] POINT = new double[NODES];
    private static final double[] DENSITY = new double[NODES];

    static {
        for (int k = 0; k < NODES; k++) {
            POINT[k] = -REACH + k * STEP;
            DENSITY[k] = Normal.density(POINT[k]) * STEP;
        }
    }

    static Tilted by(ItemParameters item, double score, double mean, double variance) {
        double deviation = StrictMath.sqrt(variance);
        double odds = StrictMath.exp(-item.a() * (mean - REACH * deviation - item.b()));
        double ratio = StrictMath.exp(-item.a() * deviation * STEP);
        double range = item.d() - item.c();
        double total = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < NODES; k++) {
            double s = 1 / (1 + odds);
            double likelihood = likelihood(item.c() + range * s, 1 - item.d() + range * odds * s, score);
            double weight = DENSITY[k] * likelihood;
            double z = POINT[k];
            total += weight;
            first += weight * z;
            second += weight * z * z;
            odds *= ratio;
        }
        double centre = first / total;
        return new Tilted(mean + deviation * centre, variance * (second / total - centre * centre));
    }

    private static double likelihood(double right, double wrong, double score) {
        if (score == 1) return right;
        if (score == 0) return wrong;
        return StrictMath.exp(score * StrictMath.log(right) + (1 - score) * StrictMath.log(wrong));
    }
}
