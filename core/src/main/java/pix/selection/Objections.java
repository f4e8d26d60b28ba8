package pix.selection;

/**
 * The items that the rules in force object to. Each rule says once per step what it objects to, single items or
 * everything with a trait, so that asking about an item costs the same however many rules there are.
 */
final class Objections {
    private final ItemPool pool;
    private final long luck;
    /** A bit for each position. */
    private final long[] items;
    private long traits;
    private Eligibility eligibility = Eligibility.everything();

    Objections(Step step) {
        pool = step.pool;
        luck = Eligibility.luck(step.seed);
        items = new long[(pool.size() >>> 6) + 1];
    }

    void toItem(int index) {
        items[index >>> 6] |= 1L << index;
    }

    /** To every item that has one of these, in the bits of {@link ItemPool#traits}. */
    void toTraits(long bits) {
        traits |= bits;
    }

    void toIneligible(Eligibility eligible) {
        eligibility = eligible;
    }

    boolean none(int index) {
        return (pool.traits(index) & traits) == 0 && (items[index >>> 6] >>> index & 1) == 0 && eligibility.allows(luck, index);
    }
}
