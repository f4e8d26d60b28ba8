package pix.ability;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.framework.Competence;

class LevelsTest {
    @Test
    void the_cut_of_a_level_gives_that_level_and_no_fraction() {
        for (int level = 1; level <= 8; level++) {
            assertEquals(level, Levels.continuous(Levels.cut(level)));
            assertEquals(8 * level, Levels.pix(Levels.cut(level)));
            assertEquals(level - 1, Levels.level(Levels.cut(level) - 1e-9));
        }
    }

    @Test
    void points_grow_with_ability_and_stay_in_bounds() {
        double before = -1;
        int pixBefore = -1;
        for (double theta = -9; theta <= 9; theta += .0013) {
            double continuous = Levels.continuous(theta);
            int pix = Levels.pix(theta);
            assertTrue(continuous >= before && continuous >= 0 && continuous <= 8);
            assertTrue(pix >= pixBefore && pix >= 0 && pix <= 64);
            assertEquals(pix / 8, Levels.level(theta));
            before = continuous;
            pixBefore = pix;
        }
        assertEquals(64, pixBefore);
    }

    @Test
    void half_a_level_below_the_first_is_half_the_points() {
        assertEquals(0, Levels.pix(-3.375));
        assertEquals(4, Levels.pix(-3));
        assertEquals(4, Levels.ofPix(36));
        assertEquals(36, Levels.pix(0));
    }

    @Test
    void probabilities_sum_to_one_and_move_up_with_ability() {
        Random luck = new Random(3);
        for (int n = 0; n < 2000; n++) {
            double mean = luck.nextGaussian() * 2;
            double variance = .001 + luck.nextDouble();
            List<Double> here = Levels.probabilities(mean, variance);
            List<Double> higher = Levels.probabilities(mean + .1, variance);
            double sum = 0;
            double below = 0;
            double belowHigher = 0;
            for (int level = 0; level <= 8; level++) {
                assertTrue(here.get(level) >= 0);
                sum += here.get(level);
                below += here.get(level);
                belowHigher += higher.get(level);
                assertTrue(belowHigher <= below + 1e-12);
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Test
    void the_interval_holds_the_level_and_shrinks_with_certainty() {
        Random luck = new Random(4);
        for (int n = 0; n < 2000; n++) {
            double mean = luck.nextGaussian() * 2;
            double variance = .001 + luck.nextDouble();
            Levels.Interval interval = Levels.interval(mean, variance);
            Levels.Interval surer = Levels.interval(mean, variance / 2);
            double level = Levels.continuous(mean);
            assertTrue(interval.low() <= surer.low() && surer.low() <= level);
            assertTrue(level <= surer.high() && surer.high() <= interval.high());
        }
    }

    @Test
    void a_right_answer_never_costs_points() {
        Random luck = new Random(5);
        for (int n = 0; n < 300; n++) {
            Ability ability = Ability.of(Prior.standard());
            for (int answer = 0; answer < 20; answer++) {
                Competence competence = Competence.values()[luck.nextInt(16)];
                ItemParameters item = ItemParameters.ofLevel(1 + luck.nextInt(8), 4);
                Ability right = ability.observe(competence, item, 1);
                Ability wrong = ability.observe(competence, item, 0);
                assertTrue(Levels.pix(wrong.mean(competence)) <= Levels.pix(ability.mean(competence)));
                assertTrue(Levels.pix(ability.mean(competence)) <= Levels.pix(right.mean(competence)));
                assertTrue(Levels.totalPix(wrong) <= Levels.totalPix(right));
                ability = luck.nextBoolean() ? right : wrong;
            }
        }
    }

    @Test
    void the_global_level_follows_its_bounds() {
        int before = 0;
        for (int pix = 0; pix <= 1024; pix++) {
            int level = Levels.global(pix);
            assertTrue(level == before || level == before + 1);
            before = level;
        }
        for (int level = 1; level <= 8; level++) {
            assertEquals(level, Levels.global(Levels.globalBound(level)));
            assertEquals(level - 1, Levels.global(Levels.globalBound(level) - 1));
        }
    }

    @Test
    void an_estimate_is_consistent_in_itself() {
        Ability ability = Ability.of(Prior.standard())
                .observe(Competence.PROGRAM, ItemParameters.ofLevel(5), 1)
                .observe(Competence.PROGRAM, ItemParameters.ofLevel(7), 1);

        LevelEstimate estimate = LevelEstimate.of(ability, Competence.PROGRAM);
        LevelEstimate inferred = LevelEstimate.of(ability, Competence.SEARCH);

        assertEquals(estimate.level(), estimate.pix() / 8);
        assertTrue(estimate.measured());
        assertFalse(inferred.measured());
        assertTrue(estimate.pix() > inferred.pix());
        assertTrue(inferred.pix() > Levels.pix(0));
    }
}
