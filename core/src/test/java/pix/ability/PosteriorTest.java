package pix.ability;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.framework.Competence;

/** The thirty-two numbers beside the true posterior, integrated on a grid over two or three abilities. */
class PosteriorTest {
    private static final double REACH = 4.5;

    @Test
    void two_abilities_agree_with_the_grid() {
        double meanError = 0;
        double deviationError = 0;
        int runs = 40;
        for (int seed = 0; seed < runs; seed++) {
            double[] errors = compare(2, 14, .6, seed, .1);
            meanError += errors[0];
            deviationError += errors[1];
        }

        assertTrue(meanError / runs < .03, "mean " + meanError / runs);
        assertTrue(deviationError / runs < .025, "deviation " + deviationError / runs);
    }

    @Test
    void three_abilities_agree_with_the_grid() {
        double meanError = 0;
        double deviationError = 0;
        int runs = 8;
        for (int seed = 100; seed < 100 + runs; seed++) {
            double[] errors = compare(3, 18, .8, seed, .2);
            meanError += errors[0];
            deviationError += errors[1];
        }

        assertTrue(meanError / runs < .03, "mean " + meanError / runs);
        assertTrue(deviationError / runs < .025, "deviation " + deviationError / runs);
    }

    /** Root mean square differences of means and standard deviations after so many answers to random items. */
    private static double[] compare(int dimensions, int answers, double rho, int seed, double step) {
        Random luck = new Random(seed);
        double g = luck.nextGaussian();
        double[] theta = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            theta[d] = Math.sqrt(rho) * g + Math.sqrt(1 - rho) * luck.nextGaussian();
        }
        int points = (int) Math.round(2 * REACH / step) + 1;
        double[][] likelihood = new double[dimensions][points];
        for (double[] row : likelihood) java.util.Arrays.fill(row, 1);
        Ability ability = Ability.of(Prior.withCorrelation(rho));
        for (int n = 0; n < answers; n++) {
            int d = n % dimensions;
            ItemParameters item = new ItemParameters(1.2, theta[d] + luck.nextGaussian(), n % 4 == 0 ? .25 : 0, 1);
            double score = luck.nextDouble() < item.probability(theta[d]) ? 1 : 0;
            ability = ability.observe(Competence.values()[d], item, score);
            for (int p = 0; p < points; p++) {
                double right = item.probability(-REACH + p * step);
                likelihood[d][p] *= score == 1 ? right : 1 - right;
            }
        }
        double total = 0;
        double[] first = new double[dimensions];
        double[] second = new double[dimensions];
        int cells = (int) Math.pow(points, dimensions);
        for (int cell = 0; cell < cells; cell++) {
            double[] t = new double[dimensions];
            double weight = 1;
            int rest = cell;
            for (int d = 0; d < dimensions; d++) {
                t[d] = -REACH + rest % points * step;
                weight *= likelihood[d][rest % points];
                rest /= points;
            }
            weight *= density(t, rho);
            total += weight;
            for (int d = 0; d < dimensions; d++) {
                first[d] += weight * t[d];
                second[d] += weight * t[d] * t[d];
            }
        }
        double means = 0;
        double deviations = 0;
        for (int d = 0; d < dimensions; d++) {
            double mean = first[d] / total;
            double deviation = Math.sqrt(second[d] / total - mean * mean);
            means += Math.pow(ability.mean(Competence.values()[d]) - mean, 2) / dimensions;
            deviations += Math.pow(ability.standardError(Competence.values()[d]) - deviation, 2) / dimensions;
        }
        return new double[] {Math.sqrt(means), Math.sqrt(deviations)};
    }

    /** Of equally correlated normal variables, up to a factor: the inverse covariance is (I − ρ/(1 + (n − 1)ρ) 11ᵀ)/(1 − ρ). */
    private static double density(double[] t, double rho) {
        double squares = 0;
        double sum = 0;
        for (double x : t) {
            squares += x * x;
            sum += x;
        }
        return Math.exp(-(squares - rho / (1 + (t.length - 1) * rho) * sum * sum) / (2 * (1 - rho)));
    }
}
