package pix.ability;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemParametersTest {
    @Test
    void an_author_s_level_gives_difficulty_and_floor() {
        assertEquals(new ItemParameters(1.2, -2.625, 0, 1), ItemParameters.ofLevel(1));
        assertEquals(new ItemParameters(1.2, .375, .25, 1), ItemParameters.ofLevel(5, 4));
    }

    @Test
    void follows_the_four_parameter_model() {
        ItemParameters item = new ItemParameters(1.5, .5, .2, .95);

        assertEquals(.2 + .75 / (1 + Math.exp(-1.5 * (1 - .5))), item.probability(1), 1e-12);
        assertEquals((item.probability(1 + 1e-6) - item.probability(1 - 1e-6)) / 2e-6, item.slope(1), 1e-6);
    }

    @Test
    void information_of_a_two_parameter_item_is_a_squared_times_p_times_q() {
        ItemParameters item = new ItemParameters(1.5, .5);
        double p = item.probability(1);

        assertEquals(1.5 * 1.5 * p * (1 - p), item.information(1), 1e-12);
    }

    @Test
    void refuses_what_is_no_item() {
        assertThrows(IllegalArgumentException.class, () -> new ItemParameters(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ItemParameters(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ItemParameters(1, 0, .5, .5));
        assertThrows(IllegalArgumentException.class, () -> ItemParameters.ofLevel(0));
        assertThrows(IllegalArgumentException.class, () -> ItemParameters.ofLevel(3, 1));
    }

    @Test
    void the_normal_distribution_has_its_published_values() {
        assertEquals(.5, Normal.cumulative(0), 1e-15);
        assertEquals(.975, Normal.cumulative(1.959963984540054), 1e-14);
        assertEquals(1.3498980316300946e-3, Normal.cumulative(-3), 1e-15);
        assertEquals(0, Normal.cumulative(-40));
        assertEquals(1, Normal.cumulative(40));
    }

    @Test
    void weighted_likelihood_is_the_root_of_its_equation() {
        // One Rasch item answered right: (1 − P) + (1 − 2P)/2 = 0, hence P = 3/4 and θ = b + ln 3.
        assertEquals(
                .2 + Math.log(3),
                WeightedLikelihood.estimate(List.of(new Response(new ItemParameters(1, .2), 1))),
                1e-6);
    }

    @Test
    void weighted_likelihood_hardly_errs_towards_the_average() {
        Random luck = new Random(7);
        double sum = 0;
        int people = 3000;
        for (int person = 0; person < people; person++) {
            List<Response> responses = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                ItemParameters item = new ItemParameters(1.3, 1.5 + luck.nextDouble() * 2);
                responses.add(new Response(item, luck.nextDouble() < item.probability(2.5) ? 1 : 0));
            }
            sum += WeightedLikelihood.estimate(responses) - 2.5;
        }

        assertEquals(0, sum / people, .03);
    }
}
