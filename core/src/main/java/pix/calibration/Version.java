package pix.calibration;

import java.time.Instant;
import java.util.Map;
import pix.ability.ItemParameters;

/**
 * One version of what is thought of the bank's items, learnt from all tests finished before a moment. Never changed: an
 * assessment keeps to the version it began with. Version 0 is what authors think and stands nowhere.
 *
 * <p>How eligible items are stands beside it, as both are counted in one night. What an item is like waits for an
 * operator; what is too well known does not, so that eligibilities hold from the night they were made.
 *
 * @param number from 1, each newer than the ones before
 * @param bankVersion the bank whose authors' levels it begins with
 * @param countedBefore tests finished before then are counted
 * @param tests how many they are
 * @param authorsMiss how far the share of right answers that authors' values foretell is from what came, on average
 * @param miss the same with this version's values
 * @param items by key, those that anybody was asked
 */
public record Version(
        int number,
        Instant madeAt,
        String bankVersion,
        Instant countedBefore,
        long tests,
        double authorsMiss,
        double miss,
        Map<Integer, Learnt> items) {

    /**
     * Single precision, as it is stored: a choice made with it is the same in every process.
     *
     * @param eligible the probability that a certification may ask it, see {@link pix.selection.Eligibility}
     */
    public record Learnt(float a, float b, int answers, float eligible) {
        /** Floor and ceiling are the author's. */
        public ItemParameters parameters(ItemParameters author) {
            return new ItemParameters(a, b, author.c(), author.d());
        }
    }

    public Version {
        if (number < 1) throw new IllegalArgumentException("versions count from 1: " + number);
        items = Map.copyOf(items);
    }

    public long answers() {
        return items.values().stream().mapToLong(Learnt::answers).sum();
    }
}
