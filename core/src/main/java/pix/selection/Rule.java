package pix.selection;

import java.util.List;

/**
 * One reason why a question may not come next. Rules stand in one list, {@link #ALL}, the strictest first. Where nothing
 * passes them all, those that may yield are set aside one by one, from the end of the list; the others never are.
 */
abstract sealed class Rule {
    /** Every rule, the one that yields first at the end. */
    static final List<Rule> ALL = List.of(
            new InScope(),
            new NotAskedYet(),
            new SuitableForTheirNeeds(),
            new NoEnemyAsked(),
            new NotTwoTimedInARow(),
            new NotSeenEarlier(),
            new CompetencesInBalance(),
            new AreasInBalance(),
            new NotOverexposed());

    /** Whether a worse question is better than none. */
    abstract boolean mayYield();

    /** Whether the rule has anything to object to in this step; asked once, so that most rules cost nothing in most steps. */
    boolean concerns(Step step) {
        return true;
    }

    /** A rule about which competence is asked about. */
    abstract static sealed class OnCompetences extends Rule {
        abstract boolean allows(Step step, int k);
    }

    /** A rule about which item is asked. */
    abstract static sealed class OnItems extends Rule {
        abstract boolean allows(Step step, int index);
    }

    /** Only competences of the form. */
    static final class InScope extends OnCompetences {
        @Override
        boolean allows(Step step, int k) {
            return step.inScope(k);
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** No item twice in one assessment. */
    static final class NotAskedYet extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.length > 0;
        }

        @Override
        boolean allows(Step step, int index) {
            return !step.asked(index);
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** No item the person cannot answer for a reason that has nothing to do with the competence. */
    static final class SuitableForTheirNeeds extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.needs != 0;
        }

        @Override
        boolean allows(Step step, int index) {
            return (step.pool.unsuitableFor(index) & step.needs) == 0;
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** No item that another one of this assessment gives away. */
    static final class NoEnemyAsked extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.hasEnemies();
        }

        @Override
        boolean allows(Step step, int index) {
            return !step.enemy(index);
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** A breath between two items with a time limit. */
    static final class NotTwoTimedInARow extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.lastTimed();
        }

        @Override
        boolean allows(Step step, int index) {
            return !step.pool.timed(index);
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }

    /** No item the person met in an earlier assessment. */
    static final class NotSeenEarlier extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.hasSeen();
        }

        @Override
        boolean allows(Step step, int index) {
            return !step.seen(index);
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }

    /** No competence gets further ahead of its equal share of the answers than the form lets it. */
    static final class CompetencesInBalance extends OnCompetences {
        @Override
        boolean allows(Step step, int k) {
            return step.count(k) < step.length / step.scopeSize() + step.form.balance();
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }

    /** No area gets more than the same number of answers ahead of the share that its competences make. */
    static final class AreasInBalance extends OnCompetences {
        @Override
        boolean allows(Step step, int k) {
            return step.areaCount(k) < step.length * step.areaShare(k) + step.form.balance();
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }

    /** No item that is not eligible in this assessment, see {@link Eligibility}. */
    static final class NotOverexposed extends OnItems {
        @Override
        boolean concerns(Step step) {
            return step.eligibility != Eligibility.everything();
        }

        @Override
        boolean allows(Step step, int index) {
            return step.eligibility.allows(step.seed, index);
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }
}
