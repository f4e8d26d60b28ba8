package pix.calibration;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.framework.Competence;

/**
 * The counts of all items over a set of finished tests. A test counts once however often it is added, and two sets of
 * counts merge where they share no test, so that a sweep that was broken off can simply be repeated.
 *
 * <p>Grows as tests are added; for one thread.
 */
public final class Counts {
    private final Set<String> tests = new HashSet<>();
    private final Map<Integer, ItemCounts> items = new HashMap<>();

    /** One answer of a finished test. */
    public record Answered(int item, Competence competence, double score) {
        public Answered {
            if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
        }
    }

    /**
     * Adds a finished test.
     *
     * @param test what identifies it; a second time it changes nothing
     * @param ability what was known of the person at the end
     * @return whether it was new
     */
    public boolean add(String test, Ability ability, List<Answered> answers) {
        if (!tests.add(test)) return false;
        for (Answered answer : answers) {
            items.computeIfAbsent(answer.item, i -> new ItemCounts())
                    .add(ability.mean(answer.competence), ability.variance(answer.competence), answer.score);
        }
        return true;
    }

    /**
     * Adds everything counted elsewhere.
     *
     * @throws IllegalArgumentException where a test is in both: it cannot be taken out again
     */
    public void add(Counts other) {
        for (String test : other.tests) {
            if (tests.contains(test)) throw new IllegalArgumentException("a test is in both sets of counts");
        }
        tests.addAll(other.tests);
        other.items.forEach((item, counts) -> items.merge(item, counts.copy(), (mine, theirs) -> {
            mine.add(theirs);
            return mine;
        }));
    }

    /** The number of tests counted. */
    public int tests() {
        return tests.size();
    }

    /** What is known of an item, empty where nobody was asked. */
    public Optional<ItemCounts> of(int item) {
        return Optional.ofNullable(items.get(item));
    }

    /** What is known of every item anybody was asked. */
    public Map<Integer, ItemCounts> items() {
        return Collections.unmodifiableMap(items);
    }

    /** An item's parameters in the light of the counts, see {@link Calibration#estimate}. */
    public ItemParameters estimate(int item, ItemParameters author) {
        ItemCounts counts = items.get(item);
        return counts == null ? author : Calibration.estimate(author, counts);
    }
}
