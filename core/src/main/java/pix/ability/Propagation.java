package pix.ability;

import java.util.List;

/**
 * All answers of a test weighed together: expectation propagation (Minka, "A family of algorithms for approximate
 * Bayesian inference", 2001, chapter 3). Every answer has a Gaussian site of its own; each in turn is taken out and
 * fitted again beside all the others, until none changes. What an early answer said is so read in the light of the
 * later ones, and the order of the answers no longer matters.
 */
final class Propagation {
    private static final int N = Prior.DIMENSIONS;
    private static final int MOST_SWEEPS = 30;
    /** Sweeps end where no mean moved by more than this, in standard deviations. */
    private static final double SETTLED = 1e-6;
    /** Of the marginal precision, at least so much must come from what is not the site itself. */
    private static final double LEAST_REST = .01;

    private final Sites before;
    private final List<Observation> observations;
    private final double[] mean;
    private final double[] covariance;
    private final double[] precision;
    private final double[] shift;
    private final double[] column = new double[N];

    private Propagation(Prior prior, Sites before, List<Observation> observations) {
        this.before = before;
        this.observations = observations;
        mean = prior.mean.clone();
        covariance = prior.covariance.clone();
        precision = new double[observations.size()];
        shift = new double[observations.size()];
        Ability.absorb(mean, covariance, before);
    }

    static Sites sites(Prior prior, Sites before, List<Observation> observations) {
        Propagation propagation = new Propagation(prior, before, observations);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) if (propagation.sweep() < SETTLED) break;
        return propagation.summed();
    }

    /** Fits every site once; returns the largest move of a mean. */
    private double sweep() {
        double most = 0;
        for (int n = 0; n < observations.size(); n++) most = Math.max(most, fit(n));
        return most;
    }

    private double fit(int n) {
        Observation observation = observations.get(n);
        int c = observation.competence().ordinal();
        double marginal = 1 / covariance[c * N + c];
        double rest = marginal - precision[n];
        if (rest < LEAST_REST * marginal) return 0;
        double restMean = (mean[c] * marginal - shift[n]) / rest;
        Tilted after = Tilted.by(observation.item(), observation.score(), restMean, 1 / rest);
        double newPrecision = 1 / after.variance() - rest;
        double newShift = after.mean() / after.variance() - restMean * rest;
        double moved = Math.abs(after.mean() - mean[c]);
        Ability.absorb(mean, covariance, c, newPrecision - precision[n], newShift - shift[n], column);
        precision[n] = newPrecision;
        shift[n] = newShift;
        return moved;
    }

    private Sites summed() {
        double[] precisions = new double[N];
        double[] shifts = new double[N];
        for (int n = 0; n < observations.size(); n++) {
            int c = observations.get(n).competence().ordinal();
            precisions[c] += precision[n];
            shifts[c] += shift[n];
        }
        Sites sites = before;
        for (int c = 0; c < N; c++) {
            sites = sites.with(c, (float) Math.max(0, before.precision[c] + precisions[c]), (float) (before.shift[c] + shifts[c]));
        }
        return sites;
    }
}
