package pix.bench;

import java.util.List;
import java.util.Optional;
import pix.selection.PoolItem;

/**
 * The product's own bank, as items to choose from. The module that reads it is joined here: hand its items over and the
 * forms study measures them too.
 */
final class Product {
    private Product() {}

    /** Empty as long as there is no bank to read. */
    static Optional<List<PoolItem>> items() {
        return Optional.empty();
    }
}
