package pix.selection;

/** A small set of positions, by open addressing. */
final class IndexSet {
    private int[] slots;
    private int size;

    IndexSet(int expected) {
        slots = new int[Integer.highestOneBit(Math.max(8, expected)) * 4];
    }

    void add(int index) {
        if (2 * size >= slots.length) grow();
        int slot = slot(index);
        while (slots[slot] != 0) {
            if (slots[slot] == index + 1) return;
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = index + 1;
        size++;
    }

    boolean contains(int index) {
        int slot = slot(index);
        while (slots[slot] != 0) {
            if (slots[slot] == index + 1) return true;
            slot = slot + 1 & slots.length - 1;
        }
        return false;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        size = 0;
        for (int entry : old) if (entry != 0) add(entry - 1);
    }

    private int slot(int index) {
        return index * 0x9E3779B9 >>> 7 & slots.length - 1;
    }
}
