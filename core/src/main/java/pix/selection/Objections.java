package pix.selection;

/**
 * The items that the rules in force object to. Each rule says once per step what it objects to, single items or
 * everything with a trait, so that asking about an item costs the same however many rules there are.
 */
final class Objections {
    private final ItemPool pool;
    private final long seed;
    private final IndexSet items;
    private long traits;
    private Eligibility eligibility = Eligibility.everything();

    Objections(Step step) {
        pool = step.pool;
        seed = step.seed;
        items = new IndexSet(step.met());
    }

    void toItem(int index) {
        items.add(index);
    }

    /** To every item that has one of these, in the bits of {@link ItemPool#traits}. */
    void toTraits(long bits) {
        traits |= bits;
    }

    void toIneligible(Eligibility eligible) {
        eligibility = eligible;
    }

    boolean none(int index) {
        return (pool.traits(index) & traits) == 0 && !items.contains(index) && eligibility.allows(seed, index);
    }
}
