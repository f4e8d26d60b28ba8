package pix.integrity;

import java.util.List;
import pix.ability.ItemParameters;
import pix.ability.Response;

/**
 * How well right and wrong answers fit an ability. Very low values mean easy items missed and hard ones solved.
 *
 * <p>With P = P(θ̂), Q = 1 − P, w = ln(P/Q):
 *
 * <pre>
 * lz  = Σ (u − P) w / √(Σ w² P Q)
 * lz* = (Σ (u − P) w + c r₀) / √(Σ (w − c r)² P Q),   r = P′/(P Q),   c = Σ P′ w / Σ P′ r
 * </pre>
 *
 * lz after Drasgow, Levine and Williams, British Journal of Mathematical and Statistical Psychology 38, 1985; lz*, which
 * allows for θ̂ having been estimated from the same answers, after Snijders, Psychometrika 66, 2001. Both are standard
 * normal for long fixed tests; an adaptive test bends their distribution, so compare with a {@link SimulatedNull}.
 *
 * @param lz 0 where every answer was certain or P = Q everywhere
 * @param lzStar the same
 */
public record PersonFit(double lz, double lzStar) {
    /** Beyond this an answer was certain and says nothing about fit. */
    private static final double CERTAIN = 1e-12;

    /** For an ability estimated by maximum likelihood. */
    public static PersonFit of(List<Response> responses, double theta) {
        return of(responses, theta, 0);
    }

    /**
     * @param residual r₀ of the estimator: 0 for maximum likelihood, (μ − θ̂)/σ² for the posterior mode under a normal
     *     prior
     */
    public static PersonFit of(List<Response> responses, double theta, double residual) {
        double[] abilities = new double[responses.size()];
        java.util.Arrays.fill(abilities, theta);
        return of(responses, abilities, residual);
    }

    /** For answers about several abilities; {@code abilities} has one for each answer. */
    public static PersonFit of(List<Response> responses, double[] abilities, double residual) {
        if (responses.size() != abilities.length) throw new IllegalArgumentException("one ability for each answer");
        double fit = 0;
        double spread = 0;
        double slopeByWeight = 0;
        double slopeByRatio = 0;
        for (int n = 0; n < abilities.length; n++) {
            Answer answer = new Answer(responses.get(n), abilities[n]);
            if (answer.certain()) continue;
            fit += answer.surprise() * answer.weight();
            spread += answer.weight() * answer.weight() * answer.variance();
            slopeByWeight += answer.slope * answer.weight();
            slopeByRatio += answer.slope * answer.ratio();
        }
        double c = slopeByRatio > 0 ? slopeByWeight / slopeByRatio : 0;
        double corrected = 0;
        for (int n = 0; n < abilities.length; n++) {
            Answer answer = new Answer(responses.get(n), abilities[n]);
            if (answer.certain()) continue;
            double weight = answer.weight() - c * answer.ratio();
            corrected += weight * weight * answer.variance();
        }
        return new PersonFit(
                spread > 0 ? fit / Math.sqrt(spread) : 0,
                corrected > CERTAIN ? (fit + c * residual) / Math.sqrt(corrected) : 0);
    }

    private record Answer(double score, double right, double slope) {
        Answer(Response response, double theta) {
            ItemParameters item = response.item();
            this(response.score(), item.probability(theta), item.slope(theta));
        }

        boolean certain() {
            return variance() < CERTAIN;
        }

        double surprise() {
            return score - right;
        }

        double variance() {
            return right * (1 - right);
        }

        double weight() {
            return Math.log(right / (1 - right));
        }

        double ratio() {
            return slope / variance();
        }
    }
}
