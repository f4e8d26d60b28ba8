package pix.calibration;

import pix.ability.ItemParameters;

/**
 * The parameters that make an item's counts most probable, beginning from what its author thought (the M-step of
 * marginal maximum a posteriori estimation: Mislevy, Psychometrika 51, 1986). Maximises over b and ln a
 *
 * <pre>Σ_k [ right_k ln P(θ_k) + (asked_k − right_k) ln(1 − P(θ_k)) ] − (b − b₀)²/(2·.8²) − (ln a − ln 1.2)²/(2·.29²)</pre>
 *
 * Floor and ceiling stay as they are: a few hundred answers cannot tell them from difficulty.
 */
public final class Calibration {
    /** How far authors are off, in standard deviations of ability; simulated in bench. */
    private static final double AUTHOR_DEVIATION = .8;
    /** How much discriminations vary, in logarithms; that of a lognormal with mean 1.2 and deviation .35. */
    private static final double LOG_DISCRIMINATION_DEVIATION = .29;
    private static final int MOST_STEPS = 60;
    private static final double SETTLED = 1e-7;
    private static final double LONGEST_STEP = .5;
    private static final double LARGEST_LOG = Math.log(4);
    private static final double FARTHEST = 6;

    private Calibration() {}

    /** By Fisher scoring with steps that are halved until they climb. */
    public static ItemParameters estimate(ItemParameters author, ItemCounts counts) {
        ItemParameters best = author;
        double height = height(author, best, counts);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = move(author, best, counts);
            double scale = Math.min(1, LONGEST_STEP / Math.max(Math.abs(move[0]), Math.abs(move[1])));
            ItemParameters next = moved(best, move, scale);
            double reached = height(author, next, counts);
            while (reached < height && scale > SETTLED) {
                scale /= 2;
                next = moved(best, move, scale);
                reached = height(author, next, counts);
            }
            if (reached < height) return best;
            best = next;
            height = reached;
            if (scale * (Math.abs(move[0]) + Math.abs(move[1])) < SETTLED) return best;
        }
        return best;
    }

    /**
     * How many more or fewer people were right than these parameters foretell of those who were asked; over all answers
     * of an item, so that 0 is best and 3 of 100 answers means three points.
     */
    public static double miss(ItemParameters item, ItemCounts counts) {
        double miss = 0;
        for (int k = 0; k < ItemCounts.POINTS; k++) {
            miss += counts.right(k) - counts.asked(k) * item.probability(ItemCounts.ability(k));
        }
        return Math.abs(miss);
    }

    private static ItemParameters moved(ItemParameters from, double[] move, double scale) {
        double logA = Math.clamp(Math.log(from.a()) + scale * move[0], -LARGEST_LOG, LARGEST_LOG);
        double b = Math.clamp(from.b() + scale * move[1], -FARTHEST, FARTHEST);
        return new ItemParameters(Math.exp(logA), b, from.c(), from.d());
    }

    private static double height(ItemParameters author, ItemParameters item, ItemCounts counts) {
        double b = (item.b() - author.b()) / AUTHOR_DEVIATION;
        double a = Math.log(item.a() / ItemParameters.TYPICAL_DISCRIMINATION) / LOG_DISCRIMINATION_DEVIATION;
        double sum = -(a * a + b * b) / 2;
        for (int k = 0; k < ItemCounts.POINTS; k++) {
            double p = Math.clamp(item.probability(ItemCounts.ability(k)), 1e-12, 1 - 1e-12);
            sum += counts.right(k) * Math.log(p) + (counts.asked(k) - counts.right(k)) * Math.log(1 - p);
        }
        return sum;
    }

    /** The Fisher step in (ln a, b). */
    private static double[] move(ItemParameters author, ItemParameters item, ItemCounts counts) {
        double va = LOG_DISCRIMINATION_DEVIATION * LOG_DISCRIMINATION_DEVIATION;
        double vb = AUTHOR_DEVIATION * AUTHOR_DEVIATION;
        double ga = -Math.log(item.a() / ItemParameters.TYPICAL_DISCRIMINATION) / va;
        double gb = -(item.b() - author.b()) / vb;
        double aa = 1 / va;
        double bb = 1 / vb;
        double ab = 0;
        for (int k = 0; k < ItemCounts.POINTS; k++) {
            double theta = ItemCounts.ability(k);
            double p = Math.clamp(item.probability(theta), 1e-12, 1 - 1e-12);
            double slope = item.slope(theta);
            // dP/d ln a = P′ (θ − b), dP/db = −P′
            double da = slope * (theta - item.b());
            double db = -slope;
            double spread = p * (1 - p);
            double surprise = (counts.right(k) - counts.asked(k) * p) / spread;
            ga += surprise * da;
            gb += surprise * db;
            double weight = counts.asked(k) / spread;
            aa += weight * da * da;
            ab += weight * da * db;
            bb += weight * db * db;
        }
        double determinant = aa * bb - ab * ab;
        return new double[] {(bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant};
    }
}
