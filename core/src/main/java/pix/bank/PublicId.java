package pix.bank;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an item is called outside the bank: a number of 30 bits made from the author's id, written as six characters of
 * Crockford's base 32. Authors' ids say what is asked, so people who take the test never see them.
 */
public final class PublicId {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private PublicId() {}

    /** FNV-1a of the UTF-8 bytes, folded to 30 bits. The build refuses a bank in which two items get the same. */
    public static int keyOf(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        return (int) new Draw(hash).next() & 0x3FFF_FFFF;
    }

    public static String ofKey(int key) {
        var id = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--, key >>>= 5) id[i] = ALPHABET.charAt(key & 31);
        return new String(id);
    }

    public static String of(String name) {
        return ofKey(keyOf(name));
    }

    /** The number an id stands for; empty for anything that is not such an id, in capitals as it was given out. */
    public static Optional<Integer> parse(String id) {
        if (id == null || id.length() != LENGTH) return Optional.empty();
        int key = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(id.charAt(i));
            if (digit < 0) return Optional.empty();
            key = key << 5 | digit;
        }
        return Optional.of(key);
    }
}
