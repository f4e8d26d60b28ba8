package pix.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.bank.Bank;
import pix.bank.Item;
import pix.calibration.Version;

/**
 * An item that is thought harder or easier than before by so much that a person should look.
 *
 * @param from its difficulty before
 * @param to its difficulty now
 * @param answers what that is learnt from
 */
public record Move(Item item, double from, double to, int answers) {
    /** Half a level, in standard deviations of ability. */
    private static final double FAR = (Levels.cut(2) - Levels.cut(1)) / 2;

    /** All between two versions, empty for what authors think, the farthest first. */
    public static List<Move> between(Bank bank, Optional<Version> before, Version after) {
        return bank.items().stream()
                .filter(item -> after.items().containsKey(item.key()))
                .map(item -> of(item, Edition.parameters(item, before), after))
                .filter(move -> move.far() > FAR)
                .sorted(Comparator.comparingDouble(Move::far).reversed().thenComparing(move -> move.item.id()))
                .toList();
    }

    private static Move of(Item item, ItemParameters before, Version after) {
        Version.Learnt learnt = after.items().get(item.key());
        return new Move(item, before.b(), learnt.b(), learnt.answers());
    }

    private double far() {
        return Math.abs(to - from);
    }
}
