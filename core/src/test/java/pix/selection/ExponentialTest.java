package pix.selection;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void is_the_exponential_function() {
        Random luck = new Random(1);

        for (int n = 0; n < 100_000; n++) {
            double x = 600 * luck.nextDouble() - 300;
            double exact = StrictMath.exp(x);
            assertEquals(exact, Exponential.of(x), 2e-13 * exact);
        }
        assertEquals(1, Exponential.of(0));
    }

    @Test
    void stays_finite_and_above_zero_far_out() {
        assertTrue(Double.isFinite(Exponential.of(1e9)));
        assertTrue(Exponential.of(-1e9) > 0);
    }
}
