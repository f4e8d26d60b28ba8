package pix.ability;

import java.util.Arrays;
import java.util.Optional;
import pix.framework.Competence;

/**
 * What is known of a person before the first answer: a normal distribution over the sixteen competences, the same for
 * everybody. People who do one thing well tend to do the others well, which is why an answer in one competence says
 * something about all of them.
 */
public final class Prior {
    /** The number of competences, hence of dimensions. */
    public static final int DIMENSIONS = 16;

    /**
     * Per competence: the share of its variance it has in common with all others (general factor) and with those of
     * its area (area factor). The correlation of two competences is √(g g′), plus √(s s′) inside an area.
     *
     * <p>Unit: variance, of a total of 1. Source: a judgement until there are answers to estimate it from, chosen for
     * an average correlation of .60; docs/measurement.md shows what an error of .2 costs (little).
     */
    private static final double[][] SHARED_VARIANCE = {
        {.58, .12}, {.58, .12}, {.58, .12},
        {.58, .12}, {.58, .12}, {.58, .12}, {.58, .12},
        {.58, .12}, {.58, .12}, {.58, .12}, {.58, .12},
        {.58, .12}, {.58, .12}, {.58, .12},
        {.58, .12}, {.58, .12},
    };

    private static final Prior STANDARD = new Prior(new double[DIMENSIONS], Factors.sharing(SHARED_VARIANCE));

    final double[] mean;
    /** Row by row. */
    final double[] covariance;
    /** What it is made of, where that is known: a posterior is then found much faster. */
    final Optional<Factors> factors;

    private Prior(double[] mean, double[] covariance, Optional<Factors> factors) {
        this.mean = mean;
        this.covariance = covariance;
        this.factors = factors;
    }

    private Prior(double[] mean, Factors factors) {
        this(mean, factors.covariance(), Optional.of(factors));
    }

    /** The prior of the product: means 0, variances 1, a general factor and a factor for each area. */
    public static Prior standard() {
        return STANDARD;
    }

    /**
     * Means 0, variances 1, the same correlation between any two competences. 0 measures each competence by itself; 1
     * makes them one single ability.
     */
    public static Prior withCorrelation(double correlation) {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("a correlation lies between 0 and 1 here: " + correlation);
        }
        double[][] shared = new double[DIMENSIONS][];
        Arrays.fill(shared, new double[] {correlation, 0});
        return new Prior(new double[DIMENSIONS], Factors.sharing(shared));
    }

    /**
     * Any normal prior.
     *
     * @param mean 16 means
     * @param covariance 16 rows of 16, symmetric, positive semi-definite with positive variances
     */
    public static Prior of(double[] mean, double[][] covariance) {
        if (mean.length != DIMENSIONS || covariance.length != DIMENSIONS) {
            throw new IllegalArgumentException("a prior has sixteen dimensions");
        }
        double[] flat = new double[DIMENSIONS * DIMENSIONS];
        for (int r = 0; r < DIMENSIONS; r++) {
            if (covariance[r].length != DIMENSIONS) throw new IllegalArgumentException("sixteen columns a row");
            if (!Double.isFinite(mean[r])) throw new IllegalArgumentException("means are finite");
            for (int c = 0; c < DIMENSIONS; c++) flat[r * DIMENSIONS + c] = covariance[r][c];
        }
        refuseWhatIsNoCovariance(flat);
        return new Prior(mean.clone(), flat, Optional.empty());
    }

    /** The same prior with every mean moved. */
    public Prior shiftedBy(double shift) {
        double[] moved = mean.clone();
        for (int c = 0; c < DIMENSIONS; c++) moved[c] += shift;
        return new Prior(moved, covariance, factors);
    }

    public double mean(Competence competence) {
        return mean[competence.ordinal()];
    }

    public double variance(Competence competence) {
        return covariance(competence, competence);
    }

    public double covariance(Competence one, Competence other) {
        return covariance[one.ordinal() * DIMENSIONS + other.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prior prior
                && Arrays.equals(mean, prior.mean)
                && Arrays.equals(covariance, prior.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(covariance);
    }

    /** Symmetric, and a Cholesky factorisation exists up to rounding. */
    private static void refuseWhatIsNoCovariance(double[] matrix) {
        double[] left = matrix.clone();
        for (int r = 0; r < DIMENSIONS; r++) {
            for (int c = 0; c < DIMENSIONS; c++) {
                double value = matrix[r * DIMENSIONS + c];
                if (!Double.isFinite(value) || Math.abs(value - matrix[c * DIMENSIONS + r]) > 1e-9) {
                    throw new IllegalArgumentException("a covariance is finite and symmetric");
                }
            }
            if (!(matrix[r * DIMENSIONS + r] > 0)) throw new IllegalArgumentException("variances are positive");
        }
        for (int k = 0; k < DIMENSIONS; k++) {
            double pivot = left[k * DIMENSIONS + k];
            if (pivot < -1e-9) throw new IllegalArgumentException("no such covariance: it is not positive semi-definite");
            if (pivot < 1e-9) continue;
            for (int r = k + 1; r < DIMENSIONS; r++) {
                double factor = left[r * DIMENSIONS + k] / pivot;
                for (int c = k + 1; c < DIMENSIONS; c++) {
                    left[r * DIMENSIONS + c] -= factor * left[k * DIMENSIONS + c];
                }
            }
        }
    }
}
