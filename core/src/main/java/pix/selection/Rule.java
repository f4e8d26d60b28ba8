package pix.selection;

import java.util.List;

/**
 * One reason why a question may not come next. Rules stand in one list, {@link #ALL}, the strictest first. Where nothing
 * passes them all, those that may yield are set aside one by one, from the end of the list; the others never are.
 */
sealed interface Rule {
    /** Every rule, the one that yields first at the end. */
    List<Rule> ALL = List.of(
            new InScope(),
            new NotAskedYet(),
            new SuitableForTheirNeeds(),
            new NoEnemyAsked(),
            new NotTwoTimedInARow(),
            new NotSeenEarlier(),
            new CompetencesInBalance(),
            new AreasInBalance(),
            new NotOverexposed());

    default boolean allowsCompetence(Step step, int k) {
        return true;
    }

    default boolean allowsItem(Step step, int index) {
        return true;
    }

    /** Whether a worse question is better than none. */
    default boolean mayYield() {
        return true;
    }

    /** Only competences of the form. */
    record InScope() implements Rule {
        @Override
        public boolean allowsCompetence(Step step, int k) {
            return step.inScope(k);
        }

        @Override
        public boolean mayYield() {
            return false;
        }
    }

    /** No item twice in one assessment. */
    record NotAskedYet() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return !step.asked(index);
        }

        @Override
        public boolean mayYield() {
            return false;
        }
    }

    /** No item the person cannot answer for a reason that has nothing to do with the competence. */
    record SuitableForTheirNeeds() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return (step.pool.unsuitableFor(index) & step.needs) == 0;
        }

        @Override
        public boolean mayYield() {
            return false;
        }
    }

    /** No item that another one of this assessment gives away. */
    record NoEnemyAsked() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return !step.enemy(index);
        }

        @Override
        public boolean mayYield() {
            return false;
        }
    }

    /** A breath between two items with a time limit. */
    record NotTwoTimedInARow() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return !(step.lastTimed() && step.pool.timed(index));
        }
    }

    /** No item the person met in an earlier assessment. */
    record NotSeenEarlier() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return !step.seen(index);
        }
    }

    /** No competence gets further ahead of its equal share of the answers than the form lets it. */
    record CompetencesInBalance() implements Rule {
        @Override
        public boolean allowsCompetence(Step step, int k) {
            return step.count(k) < step.length / step.scopeSize() + step.form.balance();
        }
    }

    /** No area gets more than the same number of answers ahead of the share that its competences make. */
    record AreasInBalance() implements Rule {
        @Override
        public boolean allowsCompetence(Step step, int k) {
            return step.areaCount(k) < step.length * step.areaShare(k) + step.form.balance();
        }
    }

    /** No item that is not eligible in this assessment, see {@link Eligibility}. */
    record NotOverexposed() implements Rule {
        @Override
        public boolean allowsItem(Step step, int index) {
            return step.eligibility.allows(step.seed, index);
        }
    }
}
