package pix.ability;

/**
 * What is known of an item: how the chance of a right answer grows with ability. The four-parameter logistic model
 *
 * <pre>P(θ) = c + (d − c) / (1 + exp(−a (θ − b)))</pre>
 *
 * with no scaling constant (D = 1). Abilities and difficulties are in standard deviations of the population.
 *
 * @param a discrimination, the slope, above 0; a typical item has 1.2
 * @param b difficulty: where a person has half of what can be gained
 * @param c the floor: the chance of a right answer by guessing, 0 for a typed answer
 * @param d the ceiling, below 1 only where even an expert slips
 * @see <a href="https://doi.org/10.1007/978-0-387-89976-3">Reckase, Multidimensional Item Response Theory, 2009</a>
 */
public record ItemParameters(double a, double b, double c, double d) {
    /** The discrimination an item has until answers say otherwise. */
    public static final double TYPICAL_DISCRIMINATION = 1.2;

    public ItemParameters {
        if (!(a > 0 && a <= 20)) throw new IllegalArgumentException("a discrimination lies above 0, at most 20: " + a);
        if (!(Math.abs(b) <= 20)) throw new IllegalArgumentException("a difficulty lies between -20 and 20: " + b);
        if (!(0 <= c && c < d && d <= 1)) throw new IllegalArgumentException("0 <= floor < ceiling <= 1: " + c + ", " + d);
    }

    /** An item without floor or ceiling (2PL). */
    public ItemParameters(double a, double b) {
        this(a, b, 0, 1);
    }

    /** An item whose author gave it a level, from 1 to 8, and whose answer is typed. */
    public static ItemParameters ofLevel(int level) {
        return new ItemParameters(TYPICAL_DISCRIMINATION, Levels.cut(level));
    }

    /** An item whose author gave it a level, from 1 to 8, and {@code choices} answers to choose one from, at least 2. */
    public static ItemParameters ofLevel(int level, int choices) {
        if (choices < 2) throw new IllegalArgumentException("a choice has at least two answers");
        return new ItemParameters(TYPICAL_DISCRIMINATION, Levels.cut(level), 1.0 / choices, 1);
    }

    /** P(θ), the chance of a right answer. */
    public double probability(double theta) {
        return c + (d - c) * logistic(a * (theta - b));
    }

    /** P′(θ), by how much that chance grows with ability. */
    public double slope(double theta) {
        double s = logistic(a * (theta - b));
        return (d - c) * a * s * (1 - s);
    }

    /** Fisher information, I(θ) = P′² / (P (1 − P)): what one answer tells about an ability near θ. */
    public double information(double theta) {
        double p = probability(theta);
        double slope = slope(theta);
        double spread = p * (1 - p);
        return spread > 0 ? slope * slope / spread : 0;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
