package pix.bank;

import static org.junit.jupiter.api.Assertions.*;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    void gives_the_published_numbers_of_splitmix64() {
        var draw = new Draw(1234567);

        assertEquals(6457827717110365317L, draw.next());
        assertEquals(3203168211198807973L, draw.next());
        assertEquals("9817491932198370423", Long.toUnsignedString(draw.next()));
    }

    @Test
    void every_order_of_three_is_as_likely() {
        var counts = new HashMap<List<Integer>, Integer>();

        for (long seed = 0; seed < 60_000; seed++) counts.merge(Draw.of(seed, 99).order(3), 1, Integer::sum);

        assertEquals(6, counts.size());
        counts.forEach((order, count) -> assertEquals(10_000, count, 400, order.toString()));
    }

    @Test
    void two_items_of_one_assessment_are_drawn_apart() {
        int same = 0;

        for (int key = 0; key < 1_000; key++) if (Draw.of(5, key).below(100) == Draw.of(5, key + 1).below(100)) same++;

        assertTrue(same < 30, "equal draws: " + same);
    }
}
