package pix.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pix.framework.Competence;
import pix.selection.Form;
import pix.selection.PoolItem;

/** What simulations have in common. */
final class Simulation {
    /** No limit on how far a competence may get ahead of the others. */
    static final int UNBALANCED = 100_000;
    /** The cuts between levels 1 to 8 of the data folder's own convention, used where engines are compared. */
    private static final double[] COMPARED_CUTS = {-2.25, -1.5, -.75, 0, .75, 1.5, 2.25};
    private static final long TIES = 20261125;

    private Simulation() {}

    /** Runs people side by side; the results come in their order, so that sums are the same in every run. */
    static <T> List<T> people(int count, Progress progress, IntFunction<T> person) {
        AtomicInteger finished = new AtomicInteger();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    T result = person.apply(i);
                    int done = finished.incrementAndGet();
                    if (done % 50 == 0) progress.step(done, count);
                    return result;
                })
                .toList();
    }

    /** A test of fixed length without target. */
    static Form fixed(Set<Competence> scope, int length, int balance, int spread) {
        return new Form(scope, 0, length, 0, 0, balance, spread);
    }

    static Set<Competence> everything() {
        return EnumSet.allOf(Competence.class);
    }

    static Set<Competence> scope(List<PoolItem> items) {
        return items.stream().map(PoolItem::competence).collect(Collectors.toSet());
    }

    /** The seed of the ties in a simulee's test. */
    static long ties(int simulee) {
        return Luck.mix(TIES + simulee);
    }

    static int comparedLevel(double theta) {
        int level = 1;
        for (double cut : COMPARED_CUTS) if (theta >= cut) level++;
        return level;
    }

    /** Errors of estimates, added up. */
    static final class Errors {
        private double squares;
        private double sum;
        private int covered;
        private int exact;
        private int near;
        private int count;

        void add(double estimate, double truth, double standardError) {
            double error = estimate - truth;
            squares += error * error;
            sum += error;
            if (Math.abs(error) <= 1.959964 * standardError) covered++;
            int away = Math.abs(comparedLevel(estimate) - comparedLevel(truth));
            if (away == 0) exact++;
            if (away <= 1) near++;
            count++;
        }

        double rmse() {
            return Math.sqrt(squares / count);
        }

        double bias() {
            return sum / count;
        }

        /** The share of 95 % intervals that hold the truth. */
        double coverage() {
            return (double) covered / count;
        }

        double exact() {
            return (double) exact / count;
        }

        double withinOne() {
            return (double) near / count;
        }
    }
}
