package pix.bench;

import java.util.Arrays;
import pix.ability.Normal;
import pix.ability.Observation;

/**
 * The true posterior means of sixteen equally correlated abilities, θ_c = √ρ g + √(1 − ρ) e_c, by integration: given g
 * the competences are independent, so that a sum over g of sums over each θ_c is the whole integral. Slow and exact; the
 * yardstick for the thirty-two numbers.
 */
final class ExactPosterior {
    private static final double REACH = 5;
    private static final double STEP = .1;
    private static final int POINTS = (int) (2 * REACH / STEP) + 1;
    private static final double GENERAL_STEP = .2;
    private static final int GENERAL_POINTS = (int) (2 * REACH / GENERAL_STEP) + 1;

    private final double[][] conditional = new double[GENERAL_POINTS][POINTS];

    ExactPosterior(double rho) {
        double own = Math.sqrt(1 - rho);
        for (int i = 0; i < GENERAL_POINTS; i++) {
            double g = -REACH + i * GENERAL_STEP;
            for (int p = 0; p < POINTS; p++) {
                double theta = -REACH + p * STEP;
                conditional[i][p] = rho == 1
                        ? 0
                        : Normal.density((theta - Math.sqrt(rho) * g) / own) / own * STEP;
            }
        }
    }

    double[] means(Iterable<Observation> observations) {
        double[][] likelihood = new double[16][POINTS];
        for (double[] row : likelihood) Arrays.fill(row, 1);
        for (Observation observation : observations) {
            double[] row = likelihood[observation.competence().ordinal()];
            for (int p = 0; p < POINTS; p++) {
                double right = observation.item().probability(-REACH + p * STEP);
                row[p] *= observation.score() == 1 ? right : 1 - right;
            }
        }
        double total = 0;
        double[] means = new double[16];
        for (int i = 0; i < GENERAL_POINTS; i++) {
            double weight = Normal.density(-REACH + i * GENERAL_STEP);
            double[] inner = new double[16];
            for (int c = 0; c < 16; c++) {
                double mass = 0;
                double first = 0;
                for (int p = 0; p < POINTS; p++) {
                    double w = conditional[i][p] * likelihood[c][p];
                    mass += w;
                    first += w * (-REACH + p * STEP);
                }
                weight *= mass;
                inner[c] = first / mass;
            }
            total += weight;
            for (int c = 0; c < 16; c++) means[c] += weight * inner[c];
        }
        for (int c = 0; c < 16; c++) means[c] /= total;
        return means;
    }

    /** The posterior mean of one single ability with prior N(0, 1). */
    static double mean(Iterable<Observation> observations) {
        double total = 0;
        double first = 0;
        for (int p = 0; p < POINTS; p++) {
            double theta = -REACH + p * STEP;
            double weight = Normal.density(theta);
            for (Observation observation : observations) {
                double right = observation.item().probability(theta);
                weight *= observation.score() == 1 ? right : 1 - right;
            }
            total += weight;
            first += weight * theta;
        }
        return first / total;
    }
}
