package pix.selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pix.ability.Prior;

/**
 * Chooses the next question or says that it is enough.
 *
 * <p>The best item is the one whose answer is expected to reduce the summed variance of the form's competences most.
 * First the competence is found whose best allowed item does that; then, among its best allowed items, one is drawn, so
 * that not everybody with the same answers sees the same test. How many to draw from follows from how many items the
 * competence has: one in {@value #ITEMS_PER_DRAWN}, at least one, at most the spread of the form, and all that promise
 * the same.
 *
 * <p>Immutable; threads may share one.
 */
public final class Selector {
    private static final int ITEMS_PER_DRAWN = 32;
    /** Items looked at beyond those to draw from, because a list is ranked for the centre of its cell. */
    private static final int MARGIN = 4;
    /** Two items promise the same where they differ by less than this share. */
    private static final double SAME = 1e-6;
    private static final int NONE = -1;

    private final ItemPool pool;
    private final Eligibility eligibility;

    public Selector(ItemPool pool) {
        this(pool, Eligibility.everything());
    }

    public Selector(ItemPool pool, Eligibility eligibility) {
        this.pool = pool;
        this.eligibility = eligibility;
    }

    /** The next question, or why there is none. The same form and situation always give the same decision. */
    public Decision decide(Form form, Situation situation) {
        Step step = new Step(form, pool, eligibility, situation);
        for (StopRule rule : StopRule.ALL) {
            Optional<StopReason> reason = rule.reason(step);
            if (reason.isPresent()) return new Decision.Stop(reason.get());
        }
        int index = best(step);
        return index == NONE
                ? new Decision.Stop(StopReason.NOTHING_INFORMATIVE)
                : new Decision.Ask(pool.item(index).key());
    }

    /** The key of the best question, whether or not it is worth asking; empty where no rule allows any. */
    public OptionalInt next(Form form, Situation situation) {
        Form anything = new Form(
                form.scope(), 0, Integer.MAX_VALUE, 0, 0, form.balance(), form.spread());
        return decide(anything, situation) instanceof Decision.Ask(int key) ? OptionalInt.of(key) : OptionalInt.empty();
    }

    private int best(Step step) {
        int rules = Rule.ALL.size();
        while (true) {
            int found = new Search(step, rules).run();
            if (found != NONE || rules == 0 || !Rule.ALL.get(rules - 1).mayYield()) return found;
            rules--;
        }
    }

    /** One pass with the first so many rules. */
    private final class Search {
        private final Step step;
        private final List<Rule> rules;
        private final int[] indexes = new int[ItemPool.LISTED];
        private final double[] promises = new double[ItemPool.LISTED];
        private int count;

        Search(Step step, int rules) {
            this.step = step;
            this.rules = Rule.ALL.subList(0, rules);
        }

        int run() {
            int chosen = NONE;
            double most = -1;
            int ties = 0;
            for (int k = 0; k < Prior.DIMENSIONS; k++) {
                if (!allowsCompetence(k)) continue;
                double promise = step.leverage(k) * promiseOfTheFirst(k);
                if (promise < 0) continue;
                if (promise > most * (1 + SAME)) {
                    most = promise;
                    chosen = k;
                    ties = 1;
                } else if (promise >= most * (1 - SAME)) {
                    ties++;
                    if (Seeds.below(ties, step.seed, place(k)) == 0) chosen = k;
                }
            }
            if (chosen == NONE || most < step.form.leastGain() * step.totalVariance()) return NONE;
            return draw(chosen);
        }

        /** A place in the sequence of luck for this step and competence. */
        private long place(int k) {
            return (long) step.length << 8 | k;
        }

        private double promiseOfTheFirst(int k) {
            gather(k, 1);
            return count == 0 ? -1 : promises[0];
        }

        /** One of the best items of a competence. */
        private int draw(int k) {
            int from = Math.clamp(pool.ofCompetence(k).length / ITEMS_PER_DRAWN, 1, step.form.spread());
            gather(k, from + MARGIN);
            sort();
            int last = Math.min(from, count) - 1;
            int same = last + 1;
            while (same < count && promises[same] >= promises[last] * (1 - SAME)) same++;
            return indexes[Seeds.below(same, step.seed, place(0xFF))];
        }

        /** The first {@code wanted} allowed items of a competence, and those that tie with the last. */
        private void gather(int k, int wanted) {
            double mean = step.ability.mean(Step.competence(k));
            double variance = step.ability.variance(Step.competence(k));
            ItemPool.Ranked ranked = pool.ranked(k, mean, Math.sqrt(variance));
            count = 0;
            float last = 0;
            for (int j = 0; j < ranked.indexes().length; j++) {
                if (count >= wanted && (wanted == 1 || ranked.promise()[j] < last)) return;
                int index = ranked.indexes()[j];
                if (!allowsItem(index)) continue;
                last = ranked.promise()[j];
                add(index, mean, variance);
            }
            boolean complete = ranked.indexes().length == pool.ofCompetence(k).length;
            if (count == 0 && !complete) scan(k, mean, variance);
        }

        /** Beyond the list: the best allowed item of the whole competence. */
        private void scan(int k, double mean, double variance) {
            for (int index : pool.ofCompetence(k)) {
                if (!allowsItem(index)) continue;
                double promise = pool.promise(index, mean, variance);
                if (count == 1 && promise <= promises[0]) continue;
                indexes[0] = index;
                promises[0] = promise;
                count = 1;
            }
        }

        private void add(int index, double mean, double variance) {
            indexes[count] = index;
            promises[count++] = pool.promise(index, mean, variance);
        }

        /** By promise, the most first. */
        private void sort() {
            for (int i = 1; i < count; i++) {
                int index = indexes[i];
                double promise = promises[i];
                int j = i;
                for (; j > 0 && promises[j - 1] < promise; j--) {
                    indexes[j] = indexes[j - 1];
                    promises[j] = promises[j - 1];
                }
                indexes[j] = index;
                promises[j] = promise;
            }
        }

        private boolean allowsCompetence(int k) {
            for (int r = 0; r < rules.size(); r++) if (!rules.get(r).allowsCompetence(step, k)) return false;
            return true;
        }

        private boolean allowsItem(int index) {
            for (int r = 0; r < rules.size(); r++) if (!rules.get(r).allowsItem(step, index)) return false;
            return true;
        }
    }
}
