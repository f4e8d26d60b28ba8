package pix.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.PublicId;
import pix.calibration.Version;
import pix.selection.Eligibility;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;

/** The bank with one version of what is thought of its items. Immutable. */
final class Edition {
    private final Optional<Version> version;
    private final ItemPool pool;

    /** @param version empty for what authors think */
    Edition(Bank bank, Optional<Version> version) {
        this.version = version;
        this.pool = ItemPool.of(poolItems(bank, version));
    }

    Selector selector(Eligibility eligibility) {
        return new Selector(pool, eligibility);
    }

    ItemParameters parameters(Item item) {
        return parameters(item, version);
    }

    /** What an item's author argued for: its level, the usual discrimination, and how often guessing is right. */
    static ItemParameters authored(Item item) {
        return new ItemParameters(
                ItemParameters.TYPICAL_DISCRIMINATION, Levels.cut(item.level()), item.guessing(), 1);
    }

    /** The author's, where nobody has been asked yet. */
    static ItemParameters parameters(Item item, Optional<Version> version) {
        ItemParameters authored = authored(item);
        return version.map(v -> v.items().get(item.key())).map(learnt -> learnt.parameters(authored)).orElse(authored);
    }

    /** In the order of {@link #poolItems}; whatever a version does not know may always be asked. */
    static Eligibility eligibility(Bank bank, Version version) {
        List<Item> items = bank.items();
        float[] eligible = new float[items.size()];
        for (int i = 0; i < eligible.length; i++) {
            Version.Learnt learnt = version.items().get(items.get(i).key());
            eligible[i] = learnt == null ? 1 : learnt.eligible();
        }
        return Eligibility.of(eligible);
    }

    static List<PoolItem> poolItems(Bank bank, Optional<Version> version) {
        return bank.items().stream().map(item -> poolItem(item, version)).toList();
    }

    private static PoolItem poolItem(Item item, Optional<Version> version) {
        return new PoolItem(item.key(), item.competence(), parameters(item, version), item.timeLimitSeconds().isPresent(),
                item.enemies().stream().map(PublicId::keyOf).collect(Collectors.toUnmodifiableSet()),
                Terms.bits(item.unsuitable()));
    }
}
