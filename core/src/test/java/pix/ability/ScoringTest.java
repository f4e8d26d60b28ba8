package pix.ability;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.framework.Competence;

class ScoringTest {
    private static List<Observation> answers(Random luck, int count) {
        List<Observation> observations = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ItemParameters item = new ItemParameters(.6 + 1.5 * luck.nextDouble(), 2 * luck.nextGaussian(), n % 2 * .25, 1);
            Competence competence = Competence.values()[luck.nextInt(16)];
            observations.add(new Observation(competence, item, n % 7 == 0 ? .5 : luck.nextInt(2)));
        }
        return observations;
    }

    @Test
    void a_finished_test_scores_the_same_in_any_order() {
        Random luck = new Random(1);
        for (int test = 0; test < 30; test++) {
            List<Observation> observations = answers(luck, 32);
            Ability one = Ability.ofAll(Prior.standard(), observations);
            Collections.shuffle(observations, luck);
            Ability other = Ability.ofAll(Prior.standard(), observations);
            for (Competence c : Competence.values()) {
                assertEquals(one.mean(c), other.mean(c), 1e-4);
                assertEquals(one.variance(c), other.variance(c), 1e-4);
            }
        }
    }

    @Test
    void nothing_answered_is_the_prior() {
        assertEquals(Ability.of(Prior.standard()), Ability.ofAll(Prior.standard(), List.of()));
    }

    @Test
    void one_ability_agrees_with_its_integral() {
        Random luck = new Random(2);
        double squares = 0;
        for (int test = 0; test < 30; test++) {
            List<Observation> observations = answers(luck, 20);
            double total = 0;
            double first = 0;
            for (double theta = -6; theta <= 6; theta += .05) {
                double weight = Normal.density(theta);
                for (Observation o : observations) {
                    double p = o.item().probability(theta);
                    weight *= Math.pow(p, o.score()) * Math.pow(1 - p, 1 - o.score());
                }
                total += weight;
                first += weight * theta;
            }
            Ability ability = Ability.ofAll(Prior.withCorrelation(1), observations);
            squares += Math.pow(ability.mean(Competence.SEARCH) - first / total, 2);
        }

        assertEquals(0, Math.sqrt(squares / 30), .03);
    }

    /** A fixed-seed guard; the bench measures in earnest. */
    @Test
    void thirty_two_answers_over_sixteen_competences_keep_their_accuracy() {
        Random luck = new Random(3);
        double running = 0;
        double scored = 0;
        int people = 300;
        for (int person = 0; person < people; person++) {
            double general = luck.nextGaussian();
            double[] theta = new double[16];
            for (int c = 0; c < 16; c++) theta[c] = Math.sqrt(.6) * general + Math.sqrt(.4) * luck.nextGaussian();
            Ability ability = Ability.of(Prior.withCorrelation(.6));
            List<Observation> observations = new ArrayList<>();
            for (int n = 0; n < 32; n++) {
                Competence c = Competence.values()[n % 16];
                ItemParameters item = new ItemParameters(1.5, ability.mean(c));
                double score = luck.nextDouble() < item.probability(theta[c.ordinal()]) ? 1 : 0;
                ability = ability.observe(c, item, score);
                observations.add(new Observation(c, item, score));
            }
            Ability finished = Ability.ofAll(Prior.withCorrelation(.6), observations);
            for (Competence c : Competence.values()) {
                running += Math.pow(ability.mean(c) - theta[c.ordinal()], 2) / (16 * people);
                scored += Math.pow(finished.mean(c) - theta[c.ordinal()], 2) / (16 * people);
            }
        }

        assertEquals(.59, Math.sqrt(running), .025);
        assertEquals(Math.sqrt(scored), Math.sqrt(running), .003);
    }
}
