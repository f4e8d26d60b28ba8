package pix.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import pix.ability.Ability;
import pix.ability.Prior;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;
import pix.selection.Situation;

/**
 * In a fresh process: milliseconds until a bank of that many items, 0 for the product's own, has chosen its first question,
 * and beside it how long the items themselves took to read.
 */
final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) {
        int items = Integer.parseInt(arguments[0]);
        long reading = System.nanoTime();
        List<PoolItem> bank = items == 0 ? Product.items() : Synthetic.calibrated(items / 16, 1);
        long start = System.nanoTime();
        ItemPool pool = ItemPool.of(bank);
        new Selector(pool).decide(Form.placement(), new Situation(Ability.of(Prior.standard()), new int[0], 1));
        long first = System.nanoTime();
        long before = used();
        pool.prepared();
        long all = System.nanoTime();
        System.out.printf(Locale.ROOT, "%.1f %.1f %.1f %.1f%n",
                (first - start) / 1e6, (all - first) / 1e6, (used() - before) / 1e6, (start - reading) / 1e6);
        if (pool.size() == 0) throw new IllegalStateException("an empty bank");
    }

    /** Bytes in use right after a collection, the pool's own record of it: allocation afterwards does not blur it. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
