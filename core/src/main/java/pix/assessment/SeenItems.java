package pix.assessment;

import java.util.Arrays;

/**
 * Remembers which items a person met in earlier assessments, in 128 bytes: a Bloom filter of 1,024 bits and two hashes
 * (Bloom, "Space/time trade-offs in hash coding", Communications of the ACM 13, 1970). After 200 items one in ten others
 * is taken for seen, which only means that it waits. Immutable.
 */
public final class SeenItems {
    public static final int BYTES = 128;

    private static final int BITS = BYTES * 8;
    /** More bits than this and too much looks seen: the memory starts anew. */
    private static final int FULL = BITS / 2;
    private static final SeenItems NONE = new SeenItems(new byte[BYTES]);

    private final byte[] bits;

    private SeenItems(byte[] bits) {
        this.bits = bits;
    }

    public static SeenItems none() {
        return NONE;
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static SeenItems ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException(BYTES + " bytes, not " + bytes.length);
        return new SeenItems(bytes.clone());
    }

    public byte[] toBytes() {
        return bits.clone();
    }

    /** These and {@code keys}; just {@code keys} where the memory is full. */
    public SeenItems and(int[] keys) {
        byte[] more = ones() > FULL ? new byte[BYTES] : bits.clone();
        for (int key : keys) {
            set(more, first(key));
            set(more, second(key));
        }
        return new SeenItems(more);
    }

    public boolean contains(int key) {
        return isSet(first(key)) && isSet(second(key));
    }

    private int ones() {
        int ones = 0;
        for (byte b : bits) ones += Integer.bitCount(b & 0xFF);
        return ones;
    }

    /** Keys are hashes already: their bits need no further mixing. */
    private static int first(int key) {
        return key & BITS - 1;
    }

    private static int second(int key) {
        return key >>> 10 & BITS - 1;
    }

    private static void set(byte[] bits, int bit) {
        bits[bit >> 3] |= (byte) (1 << (bit & 7));
    }

    private boolean isSet(int bit) {
        return (bits[bit >> 3] >> (bit & 7) & 1) == 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenItems seen && Arrays.equals(bits, seen.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
