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
        this.covariance = prior.covariance.clone();
        System.arraycopy(prior.mean, 0, mean, 0, N);
        absorb(sites);
        for (int r = 0; r < N; r++) for (int k = 0; k < r; k++) covariance[k * N + r] = covariance[r * N + k];
    }

    /** Multiplies in all sites, in the order of the competences. */
    private void absorb(Sites all) {
        double[] column = new double[N];
        double[] next = new double[N];
        int c = all.nextMeasured(0);
        while (c < N) {
            int second = all.nextMeasured(c + 1);
            if (second < N) {
                absorb(mean, covariance, c, second, all, column, next);
                c = all.nextMeasured(second + 1);
            } else {
                absorb(mean, covariance, c, all.precision[c], all.shift[c], column);
                c = N;
            }
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
        read(covariance, c, column);
        double drop = move(mean, c, precision, shift, column);
        for (int r = 0; r < N; r++) {
            double factor = drop * column[r];
            int row = r * N;
            for (int k = 0; k <= r; k++) covariance[row + k] -= factor * column[k];
        }
    }

    /**
     * Two sites in one pass over the matrix, which takes little longer than one. Every number is computed in the same
     * order as by one site after the other, so that the bits are the same.
     */
    private static void absorb(
            double[] mean, double[] covariance, int c, int second, Sites sites, double[] column, double[] next) {
        read(covariance, c, column);
        double drop = move(mean, c, sites.precision[c], sites.shift[c], column);
        read(covariance, second, next);
        double own = drop * column[second];
        for (int k = 0; k <= second; k++) next[k] -= own * column[k];
        for (int r = second + 1; r < N; r++) next[r] -= drop * column[r] * column[second];
        double nextDrop = move(mean, second, sites.precision[second], sites.shift[second], next);
        for (int r = 0; r < N; r++) {
            double factor = drop * column[r];
            double nextFactor = nextDrop * next[r];
            int row = r * N;
            for (int k = 0; k <= r; k++) {
                covariance[row + k] = covariance[row + k] - factor * column[k] - nextFactor * next[k];
            }
        }
    }

    private static void read(double[] covariance, int c, double[] column) {
        for (int k = 0; k <= c; k++) column[k] = covariance[c * N + k];
        for (int r = c + 1; r < N; r++) column[r] = covariance[r * N + c];
    }

    /** Moves the means; returns τ/(1 + τ V_cc). */
    private static double move(double[] mean, int c, double precision, double shift, double[] column) {
        double scale = 1 / (1 + precision * column[c]);
        double gain = (shift - precision * mean[c]) * scale;
        for (int r = 0; r < N; r++) mean[r] += gain * column[r];
        return precision * scale;
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
