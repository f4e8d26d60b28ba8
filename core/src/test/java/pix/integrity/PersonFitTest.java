package pix.integrity;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.ability.ItemParameters;
import pix.ability.Response;

class PersonFitTest {
    private static final double[] A = {1.2, .8, 1.5, 1, .9, 1.1, 1.3, .7};
    private static final double[] B = {-2, -1.5, -1, -.5, 0, .5, 1, 1.5};

    private static List<Response> answers(String pattern) {
        List<Response> responses = new ArrayList<>();
        for (int n = 0; n < pattern.length(); n++) {
            responses.add(new Response(new ItemParameters(A[n], B[n]), pattern.charAt(n) - '0'));
        }
        return responses;
    }

    @Test
    void gives_the_published_values() {
        PersonFit fitting = PersonFit.of(answers("11111000"), .2);
        PersonFit reversed = PersonFit.of(answers("00001111"), .2);
        PersonFit mixed = PersonFit.of(answers("11101010"), .2);

        assertEquals(1.3189, fitting.lz(), 5e-5);
        assertEquals(1.3645, fitting.lzStar(), 5e-5);
        assertEquals(-5.5171, reversed.lz(), 5e-5);
        assertEquals(-5.7082, reversed.lzStar(), 5e-5);
        assertEquals(-.0359, mixed.lz(), 5e-5);
        assertEquals(-.0371, mixed.lzStar(), 5e-5);
    }

    @Test
    void is_the_standardised_likelihood() {
        double theta = .7;
        double l0 = 0;
        double expected = 0;
        double variance = 0;
        List<Response> responses = answers("10110100");
        for (Response response : responses) {
            double p = response.item().probability(theta);
            l0 += response.score() * Math.log(p) + (1 - response.score()) * Math.log(1 - p);
            expected += p * Math.log(p) + (1 - p) * Math.log(1 - p);
            variance += p * (1 - p) * Math.pow(Math.log(p / (1 - p)), 2);
        }

        assertEquals((l0 - expected) / Math.sqrt(variance), PersonFit.of(responses, theta).lz(), 1e-12);
    }

    @Test
    void a_prior_shows_in_the_corrected_statistic_only() {
        PersonFit plain = PersonFit.of(answers("11101010"), .2);
        PersonFit mode = PersonFit.of(answers("11101010"), .2, -.2);

        assertEquals(plain.lz(), mode.lz());
        assertNotEquals(plain.lzStar(), mode.lzStar());
    }

    @Test
    void certain_answers_say_nothing() {
        List<Response> certain = List.of(new Response(new ItemParameters(5, -15), 1));

        assertEquals(new PersonFit(0, 0), PersonFit.of(certain, 10));
        assertEquals(new PersonFit(0, 0), PersonFit.of(List.of(), 0));
    }

    @Test
    void the_simulated_null_raises_as_many_false_alarms_as_it_says() {
        Random luck = new Random(31);
        List<SimulatedNull.Draw> draws = new ArrayList<>();
        for (int n = 0; n < 20_000; n++) draws.add(honest(luck));
        SimulatedNull comparison = SimulatedNull.of(draws);

        int alarms = 0;
        for (int n = 0; n < 20_000; n++) {
            SimulatedNull.Draw person = honest(luck);
            if (comparison.shareBelow(person.ability(), person.statistic()) < .05) alarms++;
        }

        assertEquals(.05, alarms / 20_000.0, .008);
    }

    /** A statistic whose spread and shape depend on ability. */
    private static SimulatedNull.Draw honest(Random luck) {
        double ability = luck.nextGaussian();
        return new SimulatedNull.Draw(ability, ability - Math.exp(luck.nextGaussian() * (1 + ability * ability / 4)));
    }

    @Test
    void the_simulated_null_wants_enough_people() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SimulatedNull.of(List.of(new SimulatedNull.Draw(0, 0))));
    }
}
