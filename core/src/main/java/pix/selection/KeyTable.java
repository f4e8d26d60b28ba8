package pix.selection;

import java.util.Arrays;
import pix.ability.Prior;

/**
 * What choosing needs to know of an item by its key, in one look: a table with open addressing whose entries hold the
 * position of the item and a few of its traits. Filled once, then only read.
 */
final class KeyTable {
    /** What an entry says beside the index: the competence, whether timed, whether it has enemies. */
    private static final int INDEX_BITS = 26;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final int TIMED = 1 << 30;
    private static final int HAS_ENEMIES = 1 << 31;
    private static final long FREE = -1;

    /** The key in the upper half of a slot, its entry in the lower. */
    private final long[] slots;

    KeyTable(int items) {
        if (items > INDEX_MASK) throw new IllegalArgumentException("too many items: " + items);
        slots = new long[Integer.highestOneBit(Math.max(2, items)) * 4];
        Arrays.fill(slots, FREE);
    }

    void add(PoolItem item, int index) {
        int slot = find(item.key());
        if (slots[slot] != FREE) throw new IllegalArgumentException("two items have the key " + item.key());
        int entry = item.competence().ordinal() << INDEX_BITS | (item.timed() ? TIMED : 0) | index;
        slots[slot] = (long) item.key() << 32 | entry & 0xFFFFFFFFL;
    }

    void hasEnemies(int key) {
        slots[find(key)] |= HAS_ENEMIES & 0xFFFFFFFFL;
    }

    /** What the methods below read. */
    long entry(int key) {
        return slots[find(key)];
    }

    static boolean known(long entry) {
        return entry != FREE;
    }

    static int index(long entry) {
        return (int) entry & INDEX_MASK;
    }

    static int competence(long entry) {
        return (int) entry >>> INDEX_BITS & Prior.DIMENSIONS - 1;
    }

    static boolean timed(long entry) {
        return ((int) entry & TIMED) != 0;
    }

    static boolean hasEnemies(long entry) {
        return ((int) entry & HAS_ENEMIES) != 0;
    }

    /** The slot that holds a key, or the free one where it would be. */
    private int find(int key) {
        int slot = key * 0x9E3779B9 >>> 7 & slots.length - 1;
        while (slots[slot] != FREE && (int) (slots[slot] >>> 32) != key) slot = slot + 1 & slots.length - 1;
        return slot;
    }
}
