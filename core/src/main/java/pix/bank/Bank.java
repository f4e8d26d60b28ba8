package pix.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every item there is, those no longer asked included. Immutable.
 *
 * <p>{@code version} is a short hash of the content: an assessment records it, so that one can tell with which bank it
 * was taken.
 */
public final class Bank {
    private final String version;
    private final List<Item> items;
    private final List<Item> retired;
    private final Map<Integer, Item> byKey = new HashMap<>();

    /** Refuses two items with the same public id. */
    public Bank(String version, List<Item> all) {
        this.version = version;
        this.items = all.stream().filter(item -> !item.retired()).toList();
        this.retired = all.stream().filter(Item::retired).toList();
        for (var item : all) {
            var other = byKey.put(item.key(), item);
            if (other != null) {
                throw new IllegalArgumentException(other.name() + " and " + item.name() + " have the same public id");
            }
        }
    }

    public String version() {
        return version;
    }

    /** What may be asked, in the order of the files. */
    public List<Item> items() {
        return items;
    }

    /** What is no longer asked, kept so that old answers can be read. */
    public List<Item> retired() {
        return retired;
    }

    /** By {@link Item#id()}, retired items too. */
    public Optional<Item> find(String id) {
        return PublicId.parse(id).flatMap(this::find);
    }

    /** By {@link Item#key()}, retired items too. */
    public Optional<Item> find(int key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
