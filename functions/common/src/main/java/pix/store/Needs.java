package pix.store;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.bank.Need;

/** Needs as a set of texts; DynamoDB has no empty set, so none is no attribute. */
final class Needs {
    private Needs() {}

    static Set<String> write(Set<Need> needs) {
        return needs.isEmpty() ? null : needs.stream().map(Need::tag).collect(Collectors.toUnmodifiableSet());
    }

    static Set<Need> read(Set<String> tags) {
        if (tags == null) return Set.of();
        return tags.stream().map(Need::ofTag).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
