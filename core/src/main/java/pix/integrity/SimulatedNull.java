package pix.integrity;

import java.util.Arrays;
import java.util.List;

/**
 * How a statistic is distributed over honest people, by simulation. In an adaptive test the items follow the answers, so
 * no textbook distribution holds; simulated honest people take the same form from the same bank instead, and a person is
 * compared with those whose result is nearest to theirs.
 *
 * <p>Made once for a version of the bank and a form; immutable.
 */
public final class SimulatedNull {
    /** One simulated honest person: the ability they were given and the statistic. */
    public record Draw(double ability, double statistic) {}

    /** Neighbours a person is compared with, at most; fewer are a tenth of all. */
    private static final int NEIGHBOURS = 4000;

    private final double[] abilities;
    /** By ability. */
    private final double[] statistics;
    private final int neighbours;

    private SimulatedNull(Draw[] draws) {
        abilities = Arrays.stream(draws).mapToDouble(Draw::ability).toArray();
        statistics = Arrays.stream(draws).mapToDouble(Draw::statistic).toArray();
        neighbours = Math.min(NEIGHBOURS, Math.max(1, draws.length / 10));
    }

    /** From simulated honest people, at least a hundred. */
    public static SimulatedNull of(List<Draw> draws) {
        if (draws.size() < 100) throw new IllegalArgumentException("a hundred people at least: " + draws.size());
        Draw[] sorted = draws.toArray(Draw[]::new);
        Arrays.sort(sorted, (one, other) -> Double.compare(one.ability, other.ability));
        return new SimulatedNull(sorted);
    }

    /**
     * The share of comparable honest people whose statistic is as low or lower, between 0 and 1, neither included: the
     * p-value of low fit. Flag a person where it is below the false alarm rate one accepts.
     */
    public double shareBelow(double ability, double statistic) {
        int place = Arrays.binarySearch(abilities, ability);
        int middle = place < 0 ? -place - 1 : place;
        int from = Math.clamp(middle - neighbours / 2, 0, abilities.length - neighbours);
        int below = 0;
        for (int i = from; i < from + neighbours; i++) if (statistics[i] <= statistic) below++;
        return (below + .5) / (neighbours + 1.0);
    }
}
