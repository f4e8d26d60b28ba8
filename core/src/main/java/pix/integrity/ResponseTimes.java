package pix.integrity;

import java.util.List;
import pix.ability.Normal;

/**
 * How the times of a person's answers fit each other. The lognormal model of van der Linden, Journal of Educational and
 * Behavioral Statistics 31, 2006: ln t ~ N(β − τ, α⁻²), with the item's time intensity β, its precision α, and the
 * person's speed τ, estimated here by the precision-weighted mean. Honest people are slower or faster than others
 * throughout; a person who knows some answers beforehand is faster on those only.
 *
 * @param speed τ̂, 0 for the average person, in logarithms of seconds
 * @param residuals for each answer α (ln t − β + τ̂): below −3 it was strangely fast
 * @param misfit Σ residual², chi-squared with one degree of freedom less than there are answers
 * @param share the share of honest people with a higher misfit; 1 for a single answer
 */
public record ResponseTimes(double speed, List<Double> residuals, double misfit, double share) {
    /** Wise, Educational Measurement: Issues and Practice 36, 2017: a guess takes under a tenth of the usual time. */
    private static final double RAPID_SHARE = .1;
    /** And never more than this, in seconds. */
    private static final double RAPID_SECONDS = 10;

    public ResponseTimes {
        residuals = List.copyOf(residuals);
    }

    /**
     * What is known of the time an item takes.
     *
     * @param intensity β, the mean of ln t over people of average speed, t in seconds
     * @param precision α, above 0; times within a person vary by a factor of about exp(1/α)
     */
    public record ItemTime(double intensity, double precision) {
        public ItemTime {
            if (!Double.isFinite(intensity) || !(precision > 0)) {
                throw new IllegalArgumentException("a finite intensity and a precision above 0");
            }
        }

        /** The mean time in seconds over people of average speed, exp(β + α⁻²/2). */
        public double meanSeconds() {
            return Math.exp(intensity + 1 / (2 * precision * precision));
        }
    }

    /** An answer's item and the seconds it took, above 0. */
    public record Timed(ItemTime item, double seconds) {
        public Timed {
            if (!(seconds > 0)) throw new IllegalArgumentException("an answer takes time: " + seconds);
        }
    }

    /**
     * @throws IllegalArgumentException where there is no answer
     */
    public static ResponseTimes of(List<Timed> answers) {
        if (answers.isEmpty()) throw new IllegalArgumentException("no answer, no speed");
        double weights = 0;
        double sum = 0;
        for (Timed answer : answers) {
            double weight = answer.item.precision * answer.item.precision;
            weights += weight;
            sum += weight * (answer.item.intensity - Math.log(answer.seconds));
        }
        double speed = sum / weights;
        List<Double> residuals = answers.stream()
                .map(a -> a.item.precision * (Math.log(a.seconds) - a.item.intensity + speed))
                .toList();
        double misfit = residuals.stream().mapToDouble(r -> r * r).sum();
        return new ResponseTimes(speed, residuals, misfit, chiSquaredAbove(misfit, answers.size() - 1));
    }

    /** Whether an answer came too fast to have been thought about: under 10 % of the item's mean time, at most 10 s. */
    public static boolean rapidGuess(double seconds, double meanSeconds) {
        return seconds < Math.min(RAPID_SECONDS, RAPID_SHARE * meanSeconds);
    }

    /**
     * The upper tail of the chi-squared distribution by its finite sums: for even degrees e^(−x/2) Σ (x/2)^k/k!, for odd
     * ones 2(1 − Φ(√x)) + 2 φ(√x) Σ x^(k − ½)/(1·3···(2k − 1)) (Abramowitz and Stegun, 26.4.4 and 26.4.5).
     */
    static double chiSquaredAbove(double x, int degrees) {
        if (degrees == 0) return 1;
        boolean even = degrees % 2 == 0;
        double root = Math.sqrt(x);
        double term = even ? Math.exp(-x / 2) : 2 * Normal.density(root) * root;
        double sum = even ? 0 : 2 * Normal.cumulative(-root);
        for (int k = even ? 2 : 3; k <= degrees; k += 2) {
            sum += term;
            term *= x / k;
        }
        return Math.clamp(sum, 0, 1);
    }
}
