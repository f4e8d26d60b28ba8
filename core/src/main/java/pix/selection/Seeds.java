package pix.selection;

/** Repeatable luck: numbers that look random and follow from a seed. */
final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The finaliser of SplittableRandom: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014. */
    static long mix(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }

    /** Where the numbers of a seed start. */
    static long start(long seed) {
        return mix(seed + GOLDEN);
    }

    /** The number between 0 and 1, 1 excluded, that belongs to a start and a place. */
    static double fractionFrom(long start, long place) {
        return (mix(start + (place + 1) * GOLDEN) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to bound − 1. */
    static int below(int bound, long seed, long place) {
        return (int) (fractionFrom(start(seed), place) * bound);
    }
}
