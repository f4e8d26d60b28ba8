package pix.ability;

import java.util.ArrayList;
import java.util.List;
import pix.framework.Competence;

/**
 * From abilities to the levels 0 to 8 of the framework and to pix, the points people see. One table of cuts, the same
 * for every competence: a person is at level L where their ability lies between cut L and cut L + 1.
 *
 * <p>A competence gives 0 to 64 pix, 8 a level; the sixteen together give 0 to 1024, which a second table turns into one
 * global level.
 */
public final class Levels {
    /** The highest level. */
    public static final int HIGHEST = 8;
    /** Pix of one level. */
    public static final int PIX_PER_LEVEL = 8;

    /**
     * Where levels 1 to 8 begin. Unit: standard deviations of the population. Source: equal steps of three quarters of
     * a standard deviation around the mean of the population, which is half-way between levels 4 and 5.
     */
    private static final double[] CUTS = {-2.625, -1.875, -1.125, -.375, .375, 1.125, 1.875, 2.625};
    /** The width of a level, and of the stretch below level 1 in which points grow from 0. */
    private static final double SPACING = .75;
    /** The total of pix from which each global level is reached. */
    private static final int[] GLOBAL_BOUNDS = {64, 128, 256, 384, 512, 640, 768, 896};
    /** Standard normal deviate that leaves 5 % on either side. */
    private static final double NINETY_PERCENT = 1.6448536269514722;

    private Levels() {}

    /** A stretch of continuous levels, from 0 to 8. */
    public record Interval(double low, double high) {
        public Interval {
            if (!(0 <= low && low <= high && high <= HIGHEST)) {
                throw new IllegalArgumentException("0 <= low <= high <= 8: " + low + ", " + high);
            }
        }
    }

    /** The ability at which a level, from 1 to 8, begins. */
    public static double cut(int level) {
        if (level < 1 || level > HIGHEST) throw new IllegalArgumentException("levels go from 1 to 8: " + level);
        return CUTS[level - 1];
    }

    /** λ(θ), the level with its fraction: cut L gives L, straight lines between, from 0 to 8. */
    public static double continuous(double theta) {
        if (theta >= CUTS[HIGHEST - 1]) return HIGHEST;
        int level = 0;
        while (theta >= CUTS[level]) level++;
        double from = level == 0 ? CUTS[0] - SPACING : CUTS[level - 1];
        return Math.max(0, level + (theta - from) / (CUTS[level] - from));
    }

    /** Pix of one competence, 0 to 64: eight times the continuous level, rounded down. */
    public static int pix(double theta) {
        return (int) Math.floor(PIX_PER_LEVEL * continuous(theta));
    }

    /** The level of so many pix in one competence. */
    public static int ofPix(int pix) {
        if (pix < 0 || pix > PIX_PER_LEVEL * HIGHEST) throw new IllegalArgumentException("0 to 64 pix: " + pix);
        return pix / PIX_PER_LEVEL;
    }

    /** The level, 0 to 8, of an ability. */
    public static int level(double theta) {
        return ofPix(pix(theta));
    }

    /** The sum of pix over the sixteen competences, 0 to 1024. */
    public static int totalPix(Ability ability) {
        int total = 0;
        for (Competence competence : Competence.values()) total += pix(ability.mean(competence));
        return total;
    }

    /** The global level, 0 to 8, of a total of pix, 0 to 1024. */
    public static int global(int totalPix) {
        if (totalPix < 0 || totalPix > Prior.DIMENSIONS * PIX_PER_LEVEL * HIGHEST) {
            throw new IllegalArgumentException("0 to 1024 pix: " + totalPix);
        }
        int level = 0;
        while (level < HIGHEST && totalPix >= GLOBAL_BOUNDS[level]) level++;
        return level;
    }

    /** The pix, of 1024, from which a global level, 1 to 8, is reached. */
    public static int globalBound(int level) {
        if (level < 1 || level > HIGHEST) throw new IllegalArgumentException("levels go from 1 to 8: " + level);
        return GLOBAL_BOUNDS[level - 1];
    }

    /** The continuous levels between which an ability lies with a probability of 90 %. */
    public static Interval interval(double mean, double variance) {
        double reach = NINETY_PERCENT * Math.sqrt(variance);
        return new Interval(continuous(mean - reach), continuous(mean + reach));
    }

    /** The probabilities of levels 0 to 8, which sum to 1. */
    public static List<Double> probabilities(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        List<Double> probabilities = new ArrayList<>(HIGHEST + 1);
        double below = 0;
        for (double cut : CUTS) {
            double upTo = Math.max(below, Normal.cumulative((cut - mean) / deviation));
            probabilities.add(upTo - below);
            below = upTo;
        }
        probabilities.add(1 - below);
        return List.copyOf(probabilities);
    }
}
