package pix.selection;

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
    /** No item of a list promises more than so many times what its first one does. */
    private static final double WITHIN_A_CELL = 1.05;

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
        /** The competences that the rules allow, as bits. */
        private int open = -1;
        private final Objections objections;
        /** The list of each competence that the rules allow, and what its first item promises. */
        private final ItemPool.Ranked[] ranked = new ItemPool.Ranked[Prior.DIMENSIONS];
        private final double[] firstPromise = new double[Prior.DIMENSIONS];

        Search(Step step, int inForce) {
            this.step = step;
            objections = new Objections(step);
            for (int r = 0; r < inForce; r++) {
                Rule rule = Rule.ALL.get(r);
                if (rule instanceof Rule.OnItems one) one.object(step, objections);
                else if (rule instanceof Rule.OnCompetences one) open &= one.allowed(step);
            }
        }

        int run() {
            int chosen = bestCompetence();
            if (chosen == NONE) return NONE;
            int from = Math.clamp(pool.ofCompetence(chosen).length / ITEMS_PER_DRAWN, 1, step.form.spread());
            return from == 1 ? bestOf(chosen) : drawn(chosen, from);
        }

        /**
         * The competence whose best allowed item promises most. What the first of its list promises, allowed or not, is
         * a bound; the highest bound is looked at first, and once the best is beyond all bounds left, it is the best.
         */
        private int bestCompetence() {
            double[] leverage = step.leverages();
            double[] bound = new double[Prior.DIMENSIONS];
            for (int k = 0; k < Prior.DIMENSIONS; k++) {
                bound[k] = -1;
                if ((open >>> k & 1) == 0) continue;
                ranked[k] = pool.ranked(k, step.mean[k], step.variance[k]);
                firstPromise[k] = ranked[k].promiseOfTheFirst(step.mean[k], step.variance[k]);
                bound[k] = leverage[k] * (WITHIN_A_CELL * firstPromise[k]);
            }
            int chosen = NONE;
            double most = 0;
            int ties = 0;
            while (true) {
                int k = 0;
                for (int other = 1; other < Prior.DIMENSIONS; other++) if (bound[other] > bound[k]) k = other;
                if (bound[k] < 0 || bound[k] < most) break;
                bound[k] = -1;
                double promise = leverage[k] * promiseOfTheFirstAllowed(k);
                if (promise < 0) continue;
                if (chosen == NONE || promise > most * (1 + SAME)) {
                    most = promise;
                    chosen = k;
                    ties = 1;
                } else if (promise >= most * (1 - SAME)) {
                    ties++;
                    if (Seeds.below(ties, step.seed, place(k)) == 0) chosen = k;
                }
            }
            return most < step.form.leastGain() * step.totalVariance ? NONE : chosen;
        }

        /** A place in the sequence of luck for this step and competence. */
        private long place(int k) {
            return (long) step.length << 8 | k;
        }

        private double promiseOfTheFirstAllowed(int k) {
            int[] listed = ranked[k].indexes();
            for (int j = 0; j < listed.length; j++) {
                if (!objections.none(listed[j])) continue;
                return j == 0 ? firstPromise[k] : pool.promise(listed[j], step.mean[k], step.variance[k]);
            }
            int index = listed.length == pool.ofCompetence(k).length ? NONE : beyondTheList(k);
            return index == NONE ? -1 : pool.promise(index, step.mean[k], step.variance[k]);
        }

        /**
         * The very best item. A list is ranked for the centre of its cell, so the first few are weighed again where the
         * person is; among those that promise the same one is drawn.
         */
        private int bestOf(int k) {
            int[] listed = ranked[k].indexes();
            float[] listedPromise = ranked[k].promise();
            int best = NONE;
            double most = -1;
            int allowed = 0;
            int ties = 0;
            float last = 0;
            for (int j = 0; j < listed.length; j++) {
                if (allowed > MARGIN && listedPromise[j] < last) break;
                int index = listed[j];
                if (!objections.none(index)) continue;
                allowed++;
                last = listedPromise[j];
                double promise = pool.promise(index, step.mean[k], step.variance[k]);
                if (promise > most * (1 + SAME)) {
                    most = promise;
                    best = index;
                    ties = 1;
                } else if (promise >= most * (1 - SAME)) {
                    ties++;
                    if (Seeds.below(ties, step.seed, place(0xFF) + (long) j * Integer.MAX_VALUE) == 0) best = index;
                }
            }
            return best == NONE ? beyondTheList(k) : best;
        }

        /** One of the first so many, and of those that tie with the last of them. */
        private int drawn(int k, int from) {
            int[] listed = ranked[k].indexes();
            float[] listedPromise = ranked[k].promise();
            int[] drawable = new int[ItemPool.LISTED];
            int count = 0;
            float last = 0;
            for (int j = 0; j < listed.length; j++) {
                if (count >= from && listedPromise[j] < last) break;
                int index = listed[j];
                if (!objections.none(index)) continue;
                drawable[count++] = index;
                last = listedPromise[j];
            }
            return count == 0 ? beyondTheList(k) : drawable[Seeds.below(count, step.seed, place(0xFF))];
        }

        /** The best allowed item of the whole competence, where its list has none. */
        private int beyondTheList(int k) {
            int best = NONE;
            double most = -1;
            for (int index : pool.ofCompetence(k)) {
                if (!objections.none(index)) continue;
                double promise = pool.promise(index, step.mean[k], step.variance[k]);
                if (promise <= most) continue;
                best = index;
                most = promise;
            }
            return best;
        }
    }
}
