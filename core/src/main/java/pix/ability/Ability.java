package pix.ability;

import java.util.Arrays;
import java.util.List;
import pix.framework.Competence;

/**
 * What is known of a person's sixteen abilities: a normal posterior, made of the {@link Prior} and their {@link Sites}.
 *
 * <p>One answer about competence c replaces the marginal of c by the normal distribution with the same mean and variance
 * as the true posterior (moment matching, also called assumed-density filtering: Minka, "A family of algorithms for
 * approximate Bayesian inference", 2001, chapter 3); through the covariance it moves all other competences. The joint
 * use of correlated abilities in adaptive tests goes back to Segall, "Multidimensional adaptive testing", Psychometrika
 * 61, 1996.
 *
 * <p>Immutable. An ability rebuilt from its stored sites equals the one they came from, bit by bit.
 */
public final class Ability {
    private static final int N = Prior.DIMENSIONS;

    private final Prior prior;
    private final Sites sites;
    private final double[] mean = new double[N];
    private final double[] covariance;

    private Ability(Prior prior, Sites sites) {
        this.prior = prior;
        this.sites = sites;
        System.arraycopy(prior.mean, 0, mean, 0, N);
        if (prior.factors.isPresent()) {
            covariance = new double[N * N];
            prior.factors.get().posterior(sites, mean, covariance);
        } else {
            covariance = prior.covariance.clone();
            absorb(mean, covariance, sites);
            for (int r = 0; r < N; r++) for (int k = 0; k < r; k++) covariance[k * N + r] = covariance[r * N + k];
        }
    }

    /** Multiplies in all sites, in the order of the competences. */
    static void absorb(double[] mean, double[] covariance, Sites sites) {
        double[] column = new double[N];
        for (int c = sites.nextMeasured(0); c < N; c = sites.nextMeasured(c + 1)) {
            absorb(mean, covariance, c, sites.precision[c], sites.shift[c], column);
        }
    }

    /** What is known of everybody. */
    public static Ability of(Prior prior) {
        return new Ability(prior, Sites.none());
    }

    public static Ability of(Prior prior, Sites sites) {
        return new Ability(prior, sites);
    }

    /**
     * What is known after all answers of a test, weighed together. {@link #observe} reads each answer in the light of
     * those before it, which is fast and nearly right; this reads each in the light of all others, so that their order
     * does not matter. It is how a finished test is scored. Takes some hundred microseconds.
     */
    public static Ability ofAll(Prior prior, List<Observation> observations) {
        return ofAll(prior, Sites.none(), observations);
    }

    /** The same for somebody of whom something was known before the test. */
    public static Ability ofAll(Prior prior, Sites before, List<Observation> observations) {
        return new Ability(prior, Propagation.sites(prior, before, observations));
    }

    /**
     * Multiplies in one site, τ and ν: a rank-one change,
     * V ← V − v vᵀ τ/(1 + τ V_cc) and m ← m + v (ν − τ m_c)/(1 + τ V_cc), where v is column c of V.
     *
     * @param covariance V, row by row; only what is on and below the diagonal is read and changed
     * @param column room for v
     */
    static void absorb(double[] mean, double[] covariance, int c, double precision, double shift, double[] column) {
        for (int k = 0; k <= c; k++) column[k] = covariance[c * N + k];
        for (int r = c + 1; r < N; r++) column[r] = covariance[r * N + c];
        double scale = 1 / (1 + precision * column[c]);
        double gain = (shift - precision * mean[c]) * scale;
        for (int r = 0; r < N; r++) mean[r] += gain * column[r];
        double drop = precision * scale;
        for (int r = 0; r < N; r++) {
            double factor = drop * column[r];
            int row = r * N;
            for (int k = 0; k <= r; k++) covariance[row + k] -= factor * column[k];
        }
    }

    /**
     * What is known after one more answer.
     *
     * @param score from 0, wrong, to 1, right; a fraction counts as that fraction of a right answer and the rest of a
     *     wrong one: P^score (1 − P)^(1 − score)
     */
    public Ability observe(Competence competence, ItemParameters item, double score) {
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
        int c = competence.ordinal();
        double m = mean[c];
        double v = covariance[c * N + c];
        Tilted after = Tilted.by(item, score, m, v);
        // A lucky guess can leave us less sure than before; a site never takes away what others know.
        double precision = Math.max(0, sites.precision[c] + 1 / after.variance() - 1 / v);
        double change = precision - sites.precision[c];
        double shift = sites.shift[c] + after.mean() * (1 / v + change) - m / v;
        return new Ability(prior, sites.with(c, (float) precision, (float) shift));
    }

    public Prior prior() {
        return prior;
    }

    /** The thirty-two numbers to keep. */
    public Sites sites() {
        return sites;
    }

    /** The best estimate of an ability, in standard deviations of the population. */
    public double mean(Competence competence) {
        return mean[competence.ordinal()];
    }

    public double variance(Competence competence) {
        return covariance(competence, competence);
    }

    public double covariance(Competence one, Competence other) {
        return covariance[one.ordinal() * N + other.ordinal()];
    }

    /**
     * By how much the summed variance of several competences falls when an answer makes the variance of one fall by one:
     * Σ V_jc² / V_cc².
     *
     * @param summed for each competence, by ordinal, whether it is in the sum
     */
    public double leverage(Competence competence, boolean[] summed) {
        int row = competence.ordinal() * N;
        double own = covariance[row + competence.ordinal()];
        double sum = 0;
        for (int j = 0; j < N; j++) if (summed[j]) sum += covariance[row + j] * covariance[row + j];
        return sum / (own * own);
    }

    /** {@link #leverage} of every competence, by ordinal, for much less than asking for each. */
    public double[] leverages(boolean[] summed) {
        double[] leverages = new double[N];
        for (int j = 0; j < N; j++) {
            if (!summed[j]) continue;
            int row = j * N;
            for (int k = 0; k < N; k++) leverages[k] += covariance[row + k] * covariance[row + k];
        }
        for (int k = 0; k < N; k++) {
            double own = covariance[k * N + k];
            leverages[k] /= own * own;
        }
        return leverages;
    }

    /** The square root of the variance. */
    public double standardError(Competence competence) {
        return Math.sqrt(variance(competence));
    }

    /** False where the ability is only inferred from answers in other competences. */
    public boolean measured(Competence competence) {
        return sites.measured(competence);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ability ability && sites.equals(ability.sites) && prior.equals(ability.prior);
    }

    @Override
    public int hashCode() {
        return 31 * prior.hashCode() + sites.hashCode();
    }

    @Override
    public String toString() {
        return "Ability" + Arrays.toString(mean);
    }
}
