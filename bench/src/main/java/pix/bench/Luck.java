package pix.bench;

/**
 * Whether a simulee answers an item right: a number between 0 and 1 that follows from seed, simulee and item, so that
 * every engine meets the same luck. SplittableRandom's finaliser, three times; the format is described in README.md.
 */
record Luck(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    double at(int simulee, int item) {
        long k0 = mix(seed + GOLDEN);
        long k1 = mix(k0 + (simulee + 1L) * GOLDEN);
        long k2 = mix(k1 + (item + 1L) * GOLDEN);
        return (k2 >>> 11) * 0x1.0p-53;
    }

    static long mix(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
