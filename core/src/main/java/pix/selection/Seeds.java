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

    /** The number that belongs to a seed and a place. */
    static long at(long seed, long place) {
        return mix(mix(seed + GOLDEN) + (place + 1) * GOLDEN);
    }

    /** The same between 0 and 1, 1 excluded. */
    static double fraction(long seed, long place) {
        return (at(seed, place) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to bound − 1. */
    static int below(int bound, long seed, long place) {
        return (int) (fraction(seed, place) * bound);
    }
}
