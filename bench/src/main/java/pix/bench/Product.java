package pix.bench;

import java.util.List;
import pix.assessment.Examiner;
import pix.bank.pack.PackedBank;
import pix.selection.PoolItem;

/** The product's own bank, as items to choose from. */
final class Product {
    private Product() {}

    static List<PoolItem> items() {
        return Examiner.poolItems(PackedBank.load());
    }
}
