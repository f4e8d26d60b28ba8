package pix.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.framework.Competence;

class HonestReplayTest {
    private static final int PEOPLE = 300;
    private static final double ALARM = .01;

    @Test
    void flags_at_most_about_one_honest_person_in_a_hundred() {
        SplittableRandom luck = new SplittableRandom(5);
        int alarms = 0;
        for (int person = 0; person < PEOPLE; person++) {
            double skill = luck.nextGaussian();
            List<Observation> answers = test(n -> skill, luck);
            if (share(answers, person) < ALARM) alarms++;
        }

        assertTrue(alarms <= 3 * ALARM * PEOPLE, "false alarms: " + alarms);
    }

    @Test
    void finds_most_people_who_solve_the_hard_half_and_miss_the_easy_one() {
        SplittableRandom luck = new SplittableRandom(5);
        int found = 0;
        for (int person = 0; person < 50; person++) {
            List<Observation> answers = new ArrayList<>();
            for (Competence c : Competence.values()) {
                answers.add(new Observation(c, item(-1.5), luck.nextDouble() < .3 ? 1 : 0));
                answers.add(new Observation(c, item(1.5), luck.nextDouble() < .7 ? 1 : 0));
            }
            if (share(answers, person) < ALARM) found++;
        }

        assertTrue(found >= 40, "found: " + found);
    }

    @Test
    void the_same_seed_tells_the_same() {
        List<Observation> answers = test(n -> .5, new SplittableRandom(7));

        assertEquals(share(answers, 3), share(answers, 3));
    }

    private interface Skill {
        double in(int competence);
    }

    /** Two questions a competence, the second one harder where the first was right. */
    private static List<Observation> test(Skill skill, SplittableRandom luck) {
        List<Observation> answers = new ArrayList<>();
        for (Competence c : Competence.values()) {
            double score = score(item(0), skill.in(c.ordinal()), luck);
            answers.add(new Observation(c, item(0), score));
            ItemParameters second = item(score > 0 ? 1 : -1);
            answers.add(new Observation(c, second, score(second, skill.in(c.ordinal()), luck)));
        }
        return answers;
    }

    private static double score(ItemParameters item, double skill, SplittableRandom luck) {
        return luck.nextDouble() < item.probability(skill) ? 1 : 0;
    }

    private static ItemParameters item(double difficulty) {
        return new ItemParameters(1.2, difficulty, 0, 1);
    }

    private static double share(List<Observation> answers, long seed) {
        return HonestReplay.shareBelow(answers, Ability.ofAll(Prior.standard(), answers), seed);
    }
}
