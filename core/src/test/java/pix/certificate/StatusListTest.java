package pix.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatusListTest {

    @Test
    void gives_out_every_index_once_in_an_order_that_only_its_seed_tells() {
        int[] order = StatusList.order(new byte[] {1});

        boolean[] given = new boolean[StatusList.SIZE];
        for (int index : order) {
            assertFalse(given[index]);
            given[index] = true;
        }
        assertArrayEquals(order, StatusList.order(new byte[] {1}));
        assertFalse(Arrays.equals(order, StatusList.order(new byte[] {2})));
    }

    @Test
    void its_order_follows_no_line() {
        int[] order = StatusList.order(new byte[] {7});

        int ascents = 0;
        for (int i = 1; i < order.length; i++) if (order[i] > order[i - 1]) ascents++;

        double share = ascents / (order.length - 1.0);
        assertTrue(Math.abs(share - .5) < .01, "ascents " + share);
        assertEquals(StatusList.SIZE, order.length);
    }
}
