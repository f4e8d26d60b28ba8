package pix.calibration;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.calibration.Counts.Answered;
import pix.framework.Competence;

class CalibrationTest {
    private static final ItemParameters AUTHOR = ItemParameters.ofLevel(4);

    /** Answers of so many people with well-known abilities to item 7. */
    private static Counts answers(ItemParameters truth, int people, long seed) {
        Random luck = new Random(seed);
        Counts counts = new Counts();
        ItemParameters sharp = new ItemParameters(4, 0);
        for (int person = 0; person < people; person++) {
            double theta = luck.nextGaussian();
            Ability ability = Ability.of(Prior.standard());
            for (int n = 0; n < 15; n++) {
                sharp = new ItemParameters(4, ability.mean(Competence.SHARE));
                ability = ability.observe(Competence.SHARE, sharp, luck.nextDouble() < sharp.probability(theta) ? 1 : 0);
            }
            double score = luck.nextDouble() < truth.probability(theta) ? 1 : 0;
            counts.add("test-" + seed + "-" + person, ability, List.of(new Answered(7, Competence.SHARE, score)));
        }
        return counts;
    }

    @Test
    void without_answers_the_author_is_believed() {
        assertEquals(AUTHOR, new Counts().estimate(7, AUTHOR));
    }

    @Test
    void a_few_answers_move_an_item_a_little_and_many_where_it_belongs() {
        ItemParameters truth = new ItemParameters(1.6, .9);

        ItemParameters few = answers(truth, 30, 1).estimate(7, AUTHOR);
        ItemParameters many = answers(truth, 20_000, 2).estimate(7, AUTHOR);

        assertTrue(few.b() > AUTHOR.b() && few.b() < 1.2);
        assertEquals(.9, many.b(), .06);
        assertEquals(1.6, many.a(), .12);
    }

    @Test
    void the_floor_stays_and_is_allowed_for() {
        ItemParameters truth = new ItemParameters(1.4, .5, .25, 1);

        ItemParameters learnt = answers(truth, 20_000, 3).estimate(7, ItemParameters.ofLevel(4, 4));

        assertEquals(.25, learnt.c());
        assertEquals(.5, learnt.b(), .08);
    }

    @Test
    void a_test_counts_once() {
        Counts counts = answers(AUTHOR, 50, 4);
        double before = counts.of(7).orElseThrow().answers();

        boolean again = counts.add("test-4-0", Ability.of(Prior.standard()), List.of(new Answered(7, Competence.SHARE, 1)));

        assertFalse(again);
        assertEquals(50, counts.tests());
        assertEquals(before, counts.of(7).orElseThrow().answers());
        assertEquals(50, before, 1e-9);
    }

    @Test
    void counts_from_two_places_add_up_to_those_from_one() {
        Counts together = answers(AUTHOR, 60, 5);
        together.add(answers(AUTHOR, 40, 6));
        Counts turned = answers(AUTHOR, 40, 6);
        turned.add(answers(AUTHOR, 60, 5));

        assertEquals(100, together.tests());
        for (int k = 0; k < ItemCounts.POINTS; k++) {
            assertEquals(together.of(7).orElseThrow().right(k), turned.of(7).orElseThrow().right(k), 1e-9);
            assertTrue(together.of(7).orElseThrow().right(k) <= together.of(7).orElseThrow().asked(k) + 1e-12);
        }
        assertThrows(IllegalArgumentException.class, () -> together.add(answers(AUTHOR, 40, 6)));
    }

    @Test
    void every_answer_right_stays_within_reason() {
        Counts counts = new Counts();
        List<Answered> right = new ArrayList<>();
        right.add(new Answered(7, Competence.SHARE, 1));
        for (int n = 0; n < 500; n++) counts.add("t" + n, Ability.of(Prior.standard()), right);

        ItemParameters learnt = counts.estimate(7, AUTHOR);

        assertTrue(learnt.b() < AUTHOR.b() && learnt.b() > -6.01);
    }
}
