package pix.selection;

import java.util.List;
import pix.ability.Prior;

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

    /** A rule about which competence is asked about. */
    abstract static sealed class OnCompetences extends Rule {
        abstract boolean allows(Step step, int k);

        /** The competences it allows, as bits. */
        final int allowed(Step step) {
            int bits = 0;
            for (int k = 0; k < Prior.DIMENSIONS; k++) if (allows(step, k)) bits |= 1 << k;
            return bits;
        }
    }

    /** A rule about which item is asked. */
    abstract static sealed class OnItems extends Rule {
        /** Says what the rule objects to in this step. */
        abstract void object(Step step, Objections objections);
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
        void object(Step step, Objections objections) {
            for (int index : step.asked()) objections.toItem(index);
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** No item the person cannot answer for a reason that has nothing to do with the competence. */
    static final class SuitableForTheirNeeds extends OnItems {
        @Override
        void object(Step step, Objections objections) {
            objections.toTraits(Integer.toUnsignedLong(step.needs));
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** No item that another one of this assessment gives away. */
    static final class NoEnemyAsked extends OnItems {
        @Override
        void object(Step step, Objections objections) {
            for (int index : step.enemies()) objections.toItem(index);
        }

        @Override
        boolean mayYield() {
            return false;
        }
    }

    /** A breath between two items with a time limit. */
    static final class NotTwoTimedInARow extends OnItems {
        @Override
        void object(Step step, Objections objections) {
            if (step.lastTimed()) objections.toTraits(ItemPool.TIMED_TRAIT);
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }

    /** No item the person met in an earlier assessment. */
    static final class NotSeenEarlier extends OnItems {
        @Override
        void object(Step step, Objections objections) {
            for (int index : step.seen()) objections.toItem(index);
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
        void object(Step step, Objections objections) {
            objections.toIneligible(step.eligibility);
        }

        @Override
        boolean mayYield() {
            return true;
        }
    }
}
