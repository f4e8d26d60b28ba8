package pix.integrity;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pix.integrity.ResponseTimes.ItemTime;
import pix.integrity.ResponseTimes.Timed;

class ResponseTimesTest {
    @Test
    void a_guess_takes_under_a_tenth_of_the_mean_time_and_under_ten_seconds() {
        assertTrue(ResponseTimes.rapidGuess(3.9, 40));
        assertFalse(ResponseTimes.rapidGuess(4, 40));
        assertTrue(ResponseTimes.rapidGuess(9.9, 400));
        assertFalse(ResponseTimes.rapidGuess(10, 400));
    }

    @Test
    void the_mean_time_is_that_of_a_lognormal() {
        assertEquals(Math.exp(3 + .125), new ItemTime(3, 2).meanSeconds(), 1e-12);
    }

    @Test
    void a_person_who_is_fast_throughout_fits() {
        List<Timed> answers = new ArrayList<>();
        for (int n = 0; n < 20; n++) answers.add(new Timed(new ItemTime(3 + n * .05, 2), Math.exp(3 + n * .05 - 1)));

        ResponseTimes times = ResponseTimes.of(answers);

        assertEquals(1, times.speed(), 1e-12);
        assertEquals(0, times.misfit(), 1e-12);
        assertEquals(1, times.share(), 1e-12);
    }

    @Test
    void answers_known_beforehand_stand_out() {
        Random luck = new Random(5);
        List<Timed> answers = new ArrayList<>();
        for (int n = 0; n < 32; n++) {
            double known = n % 4 == 0 ? -2 : 0;
            answers.add(new Timed(new ItemTime(4, 2), Math.exp(4 + known + luck.nextGaussian() / 2)));
        }

        ResponseTimes times = ResponseTimes.of(answers);

        assertTrue(times.share() < .001);
        assertTrue(times.residuals().get(0) < -1.5);
    }

    @Test
    void raises_one_false_alarm_in_a_hundred_honest_people() {
        Random luck = new Random(6);
        int alarms = 0;
        int people = 20_000;
        for (int person = 0; person < people; person++) {
            double speed = luck.nextGaussian() * .4;
            List<Timed> answers = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                double precision = 1.5 + n * .1;
                answers.add(new Timed(new ItemTime(3, precision), Math.exp(3 - speed + luck.nextGaussian() / precision)));
            }
            if (ResponseTimes.of(answers).share() < .01) alarms++;
        }

        assertEquals(.01, (double) alarms / people, .0025);
    }

    @Test
    void the_chi_squared_tail_has_its_published_values() {
        assertEquals(.05, ResponseTimes.chiSquaredAbove(3.841458820694124, 1), 1e-10);
        assertEquals(.05, ResponseTimes.chiSquaredAbove(5.991464547107979, 2), 1e-10);
        assertEquals(.05, ResponseTimes.chiSquaredAbove(7.814727903251179, 3), 1e-10);
        assertEquals(.01, ResponseTimes.chiSquaredAbove(52.19139483319193, 31), 1e-9);
        assertEquals(1, ResponseTimes.chiSquaredAbove(0, 31), 1e-12);
    }
}
