package pix.ability;

import java.util.Arrays;
import pix.framework.Competence;

/**
 * A prior made of a general factor G, a factor A for each area, and what is a competence's own:
 * θ_c = g_c G + a_c A + e_c, all independent, G and A with variance 1, e_c with variance d_c. Given the factors, an answer in
 * one competence says nothing about another, so that the posterior follows from sums over the competences instead of
 * sixteen changes of a whole matrix (Bock, Gibbons and Muraki, "Full-information item factor analysis", Applied
 * Psychological Measurement 12, 1988; bifactor: Gibbons and Hedeker, Psychometrika 57, 1992).
 *
 * @param general g, by competence
 * @param area a
 * @param own d
 */
record Factors(double[] general, double[] area, double[] own) {
    private static final int N = Prior.DIMENSIONS;
    private static final int[] AREA = Arrays.stream(Competence.values()).mapToInt(c -> c.area().ordinal()).toArray();
    private static final int AREAS = Arrays.stream(AREA).max().orElseThrow() + 1;

    /** The shares of the variance of 1 that each competence has in common with all others and with those of its area. */
    static Factors sharing(double[][] shared) {
        Factors factors = new Factors(new double[N], new double[N], new double[N]);
        for (int c = 0; c < N; c++) {
            factors.general[c] = Math.sqrt(shared[c][0]);
            factors.area[c] = Math.sqrt(shared[c][1]);
            factors.own[c] = 1 - (factors.general[c] * factors.general[c] + factors.area[c] * factors.area[c]);
        }
        return factors;
    }

    /** The covariance of the sixteen abilities, row by row. */
    double[] covariance() {
        double[] covariance = new double[N * N];
        posterior(Sites.none(), new double[N], covariance);
        return covariance;
    }

    /**
     * Fills in the posterior after these sites.
     *
     * <p>With u = 1/(1 + τ d) and weights w = τ u, an area has α = 1/(1 + Σ w a²) and β = α Σ w a g, the general factor
     * γ = 1/(1 + Σ w g² − Σ β²/α); then V_ij = p_i p_j + q_i q_j (in one area) + d_i u_i (on the diagonal), where
     * p = √γ u (g − a β) and q = √α u a.
     *
     * @param mean the prior's; becomes the posterior's
     * @param covariance becomes the posterior's
     */
    void posterior(Sites sites, double[] mean, double[] covariance) {
        double[] p = new double[N];
        double[] q = new double[N];
        double[] rest = new double[N];
        double[] alpha = new double[AREAS];
        double[] beta = new double[AREAS];
        double certainty = 1;
        for (int c = 0; c < N; c++) {
            double u = 1 / (1 + sites.precision[c] * own[c]);
            double w = sites.precision[c] * u;
            p[c] = u;
            rest[c] = own[c] * u;
            alpha[AREA[c]] += w * area[c] * area[c];
            beta[AREA[c]] += w * area[c] * general[c];
            certainty += w * general[c] * general[c];
        }
        for (int k = 0; k < AREAS; k++) {
            alpha[k] = 1 / (1 + alpha[k]);
            certainty -= alpha[k] * beta[k] * beta[k];
            beta[k] *= alpha[k];
        }
        for (int k = 0; k < AREAS; k++) alpha[k] = Math.sqrt(alpha[k]);
        double gamma = Math.sqrt(1 / certainty);
        for (int c = 0; c < N; c++) {
            q[c] = alpha[AREA[c]] * p[c] * area[c];
            p[c] *= gamma * (general[c] - area[c] * beta[AREA[c]]);
        }
        move(sites, mean, p, q, rest);
        for (int r = 0; r < N; r++) {
            int row = r * N;
            for (int k = 0; k < N; k++) covariance[row + k] = p[r] * p[k];
            for (int k = r; k >= 0 && AREA[k] == AREA[r]; k--) covariance[row + k] += q[r] * q[k];
            for (int k = r + 1; k < N && AREA[k] == AREA[r]; k++) covariance[row + k] += q[r] * q[k];
            covariance[row + r] += rest[r];
        }
    }

    /** m ← m + V (ν − τ m). */
    private static void move(Sites sites, double[] mean, double[] p, double[] q, double[] rest) {
        double[] within = new double[AREAS];
        double common = 0;
        for (int c = 0; c < N; c++) {
            double pull = sites.shift[c] - sites.precision[c] * mean[c];
            common += p[c] * pull;
            within[AREA[c]] += q[c] * pull;
        }
        for (int c = 0; c < N; c++) {
            double pull = sites.shift[c] - sites.precision[c] * mean[c];
            mean[c] += p[c] * common + q[c] * within[AREA[c]] + rest[c] * pull;
        }
    }
}
