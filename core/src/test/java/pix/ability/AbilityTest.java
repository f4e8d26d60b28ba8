package pix.ability;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.framework.Competence;

class AbilityTest {
    private static final Competence SEARCH = Competence.SEARCH;
    private static final Competence SECURE = Competence.SECURE;
    private static final Competence MANAGE_DATA = Competence.MANAGE_DATA;
    private static final ItemParameters MEDIUM = new ItemParameters(1.2, 0);

    @Test
    void starts_from_the_prior() {
        Ability ability = Ability.of(Prior.standard());

        for (Competence one : Competence.values()) {
            assertEquals(0, ability.mean(one));
            assertEquals(1, ability.variance(one));
            assertFalse(ability.measured(one));
        }
        assertEquals(.58, ability.covariance(SEARCH, SECURE), 1e-12);
        assertEquals(.70, ability.covariance(SEARCH, MANAGE_DATA), 1e-12);
    }

    @Test
    void correlations_of_the_standard_prior_average_point_six() {
        double sum = 0;
        for (Competence one : Competence.values()) {
            for (Competence other : Competence.values()) {
                if (one != other) sum += Prior.standard().covariance(one, other);
            }
        }

        assertEquals(.6, sum / (16 * 15), .005);
    }

    @Test
    void an_answer_in_one_competence_sharpens_the_others() {
        Ability before = Ability.of(Prior.standard());

        Ability after = before.observe(SEARCH, MEDIUM, 1);

        assertTrue(after.mean(SEARCH) > after.mean(MANAGE_DATA));
        assertTrue(after.mean(MANAGE_DATA) > after.mean(SECURE));
        assertTrue(after.mean(SECURE) > 0);
        assertTrue(after.variance(SEARCH) < after.variance(MANAGE_DATA));
        assertTrue(after.variance(SECURE) < 1);
        assertTrue(after.measured(SEARCH));
        assertFalse(after.measured(SECURE));
    }

    @Test
    void one_answer_gives_the_exact_moments() {
        // E[θ | right] for N(0, 1) and a = 1.2, b = 0, by a fine sum.
        double total = 0;
        double first = 0;
        double second = 0;
        for (double t = -9; t < 9; t += .001) {
            double weight = Normal.density(t) * MEDIUM.probability(t);
            total += weight;
            first += weight * t;
            second += weight * t * t;
        }

        Ability after = Ability.of(Prior.standard()).observe(SEARCH, MEDIUM, 1);

        assertEquals(first / total, after.mean(SEARCH), 1e-6);
        assertEquals(second / total - Math.pow(first / total, 2), after.variance(SEARCH), 1e-6);
    }

    @Test
    void a_fraction_of_a_score_lies_between_wrong_and_right() {
        Ability start = Ability.of(Prior.standard());
        double before = Double.NEGATIVE_INFINITY;

        for (double score = 0; score <= 1; score += .125) {
            double mean = start.observe(SEARCH, new ItemParameters(1.3, .4, .25, 1), score).mean(SEARCH);
            assertTrue(mean > before);
            before = mean;
        }
    }

    @Test
    void a_state_read_back_gives_the_same_bits() {
        Random luck = new Random(1);
        Ability ability = Ability.of(Prior.standard());

        for (int n = 0; n < 200; n++) {
            Competence competence = Competence.values()[luck.nextInt(16)];
            ItemParameters item = new ItemParameters(.5 + luck.nextDouble() * 2, luck.nextGaussian(), n % 3 == 0 ? .25 : 0, 1);
            double score = n % 5 == 0 ? luck.nextDouble() : luck.nextInt(2);
            Ability resumed = Ability.of(Prior.standard(), Sites.ofBytes(ability.sites().toBytes()));
            assertEquals(ability.observe(competence, item, score), resumed.observe(competence, item, score));
            ability = ability.observe(competence, item, score);
            for (Competence c : Competence.values()) {
                assertTrue(ability.variance(c) > 0 && ability.variance(c) <= 1 + 1e-9);
            }
        }
    }

    @Test
    void by_factors_or_by_the_whole_matrix_is_the_same() {
        Random luck = new Random(35);
        for (Prior prior : List.of(Prior.standard(), Prior.standard().shiftedBy(.7), Prior.withCorrelation(.3), Prior.withCorrelation(1))) {
            double[] mean = new double[Prior.DIMENSIONS];
            double[][] covariance = new double[Prior.DIMENSIONS][Prior.DIMENSIONS];
            for (Competence one : Competence.values()) {
                mean[one.ordinal()] = prior.mean(one);
                for (Competence other : Competence.values()) covariance[one.ordinal()][other.ordinal()] = prior.covariance(one, other);
            }
            Ability ability = Ability.of(prior);
            for (int n = 0; n < 60; n++) {
                Competence asked = Competence.values()[luck.nextInt(Prior.DIMENSIONS)];
                ability = ability.observe(asked, new ItemParameters(1.2, luck.nextGaussian()), luck.nextInt(2));
                Ability dense = Ability.of(Prior.of(mean, covariance), ability.sites());
                for (Competence one : Competence.values()) {
                    assertEquals(dense.mean(one), ability.mean(one), 1e-12);
                    for (Competence other : Competence.values()) {
                        assertEquals(dense.covariance(one, other), ability.covariance(one, other), 1e-12);
                        assertEquals(ability.covariance(other, one), ability.covariance(one, other), 1e-15);
                    }
                }
            }
        }
    }

    @Test
    void fading_moves_back_to_the_prior() {
        Ability ability = Ability.of(Prior.standard());
        for (int n = 0; n < 10; n++) ability = ability.observe(SEARCH, MEDIUM, 1);

        Ability faded = Ability.of(Prior.standard(), ability.sites().fadedBy(.5));
        Ability forgotten = Ability.of(Prior.standard(), ability.sites().fadedBy(0));

        assertTrue(faded.variance(SEARCH) > ability.variance(SEARCH));
        assertTrue(faded.mean(SEARCH) < ability.mean(SEARCH));
        assertEquals(Ability.of(Prior.standard()).sites(), forgotten.sites());
    }

    @Test
    void survives_answers_that_make_no_sense() {
        Ability ability = Ability.of(Prior.standard());
        ItemParameters hard = new ItemParameters(2.5, 4, .25, 1);
        ItemParameters easy = new ItemParameters(2.5, -4, .25, 1);

        for (int n = 0; n < 50; n++) ability = ability.observe(SEARCH, hard, 1).observe(SEARCH, easy, 0);

        assertTrue(Double.isFinite(ability.mean(SEARCH)));
        assertTrue(ability.variance(SEARCH) > 0);
    }

    @Test
    void a_correlation_of_one_measures_one_single_ability() {
        Ability ability = Ability.of(Prior.withCorrelation(1));

        ability = ability.observe(SEARCH, MEDIUM, 1).observe(SECURE, MEDIUM, 0).observe(MANAGE_DATA, MEDIUM, 1);

        assertEquals(ability.mean(SEARCH), ability.mean(Competence.PROGRAM), 1e-9);
        assertEquals(ability.variance(SEARCH), ability.covariance(SECURE, Competence.PROGRAM), 1e-9);
    }

    @Test
    void refuses_what_is_no_state_and_no_prior() {
        byte[] bytes = Sites.none().toBytes();
        assertEquals(128, bytes.length);
        bytes[0] = (byte) 0xFF;
        double[][] impossible = new double[16][16];
        for (int k = 0; k < 16; k++) impossible[k][k] = 1;
        impossible[0][1] = impossible[1][0] = 1.5;

        assertThrows(IllegalArgumentException.class, () -> Sites.ofBytes(bytes));
        assertThrows(IllegalArgumentException.class, () -> Sites.ofBytes(new byte[3]));
        assertThrows(IllegalArgumentException.class, () -> Prior.of(new double[16], impossible));
        assertThrows(IllegalArgumentException.class, () -> Ability.of(Prior.standard()).observe(SEARCH, MEDIUM, 1.5));
    }

    @Test
    void all_leverages_at_once_are_those_of_each_competence() {
        Ability ability = Ability.of(Prior.standard())
                .observe(Competence.SHARE, ItemParameters.ofLevel(4), 1)
                .observe(Competence.PROGRAM, ItemParameters.ofLevel(2), 0);
        boolean[] summed = new boolean[Prior.DIMENSIONS];
        for (int k = 0; k < Prior.DIMENSIONS; k += 3) summed[k] = true;

        double[] leverages = ability.leverages(summed);

        for (Competence c : Competence.values()) assertEquals(ability.leverage(c, summed), leverages[c.ordinal()]);
    }
}
