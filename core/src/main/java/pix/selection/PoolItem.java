package pix.selection;

import java.util.Set;
import pix.ability.ItemParameters;
import pix.framework.Competence;

/**
 * An item as far as choosing it goes.
 *
 * @param key what the item is called here, stable as long as it is asked
 * @param timed whether it has a time limit
 * @param enemies keys of items that must not be in the same test; saying it on one side is enough
 * @param unsuitableFor needs the item is unsuitable for, one bit each; the bits mean whatever the caller says
 */
public record PoolItem(
        int key,
        Competence competence,
        ItemParameters parameters,
        boolean timed,
        Set<Integer> enemies,
        int unsuitableFor) {
    public PoolItem {
        if (competence == null || parameters == null) throw new IllegalArgumentException("an item measures something");
        enemies = Set.copyOf(enemies);
        if (enemies.contains(key)) throw new IllegalArgumentException("an item is not its own enemy: " + key);
    }

    /** An item without time limit and enemies, suitable for everybody. */
    public PoolItem(int key, Competence competence, ItemParameters parameters) {
        this(key, competence, parameters, false, Set.of(), 0);
    }
}
