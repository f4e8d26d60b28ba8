package pix.ability;

import java.util.List;

/**
 * A second estimate of one ability, from the answers alone. The posterior mean errs towards the average, by a quarter of
 * a standard deviation for the ablest and the least able after twenty answers; this one hardly does, at the price of a
 * larger spread. Warm, "Weighted likelihood estimation of ability in item response theory", Psychometrika 54, 1989: the
 * root of
 *
 * <pre>Σ (u − P) P′/(P Q) + J/(2 I),   J = Σ P′ P″/(P Q),   I = Σ P′²/(P Q)</pre>
 */
public final class WeightedLikelihood {
    /** Abilities are looked for between −REACH and REACH. */
    private static final double REACH = 7;
    private static final double STEP = .25;
    private static final double TOLERANCE = 1e-9;

    private WeightedLikelihood() {}

    /**
     * The estimate, between -7 and 7. Of several roots (possible with guessing) the likeliest.
     *
     * @throws IllegalArgumentException where there is no answer
     */
    public static double estimate(List<Response> responses) {
        if (responses.isEmpty()) throw new IllegalArgumentException("no answer, no estimate");
        double best = Double.NEGATIVE_INFINITY;
        double estimate = Double.NaN;
        double climbed = 0;
        double theta = -REACH;
        double slope = slope(responses, theta);
        if (slope <= 0) {
            best = 0;
            estimate = theta;
        }
        while (theta < REACH) {
            double next = theta + STEP;
            double nextSlope = slope(responses, next);
            climbed += STEP * (slope + nextSlope) / 2;
            boolean summit = slope > 0 && nextSlope <= 0;
            boolean stillClimbingAtTheEnd = next >= REACH && nextSlope > 0;
            if ((summit || stillClimbingAtTheEnd) && climbed > best) {
                best = climbed;
                estimate = summit ? bisect(responses, theta, next) : next;
            }
            theta = next;
            slope = nextSlope;
        }
        return estimate;
    }

    private static double bisect(List<Response> responses, double low, double high) {
        double from = low;
        double to = high;
        while (to - from > TOLERANCE) {
            double middle = (from + to) / 2;
            if (slope(responses, middle) > 0) from = middle;
            else to = middle;
        }
        return (from + to) / 2;
    }

    private static double slope(List<Response> responses, double theta) {
        double score = 0;
        double bias = 0;
        double information = 0;
        for (Response response : responses) {
            ItemParameters item = response.item();
            double p = item.probability(theta);
            double spread = p * (1 - p);
            if (spread < 1e-300) continue;
            double first = item.slope(theta);
            double second = item.a() * first * (1 - 2 * (p - item.c()) / (item.d() - item.c()));
            score += (response.score() - p) * first / spread;
            bias += first * second / spread;
            information += first * first / spread;
        }
        return information > 0 ? score + bias / (2 * information) : score;
    }
}
