package pix.selection;

import java.util.Arrays;
import pix.ability.Ability;
import pix.ability.Prior;
import pix.framework.Area;
import pix.framework.Competence;

/** One decision being taken: where the assessment stands, made ready for rules to ask about. Used by one thread, once. */
final class Step {
    private static final Competence[] COMPETENCES = Competence.values();
    private static final int[] AREA = Arrays.stream(COMPETENCES).mapToInt(c -> c.area().ordinal()).toArray();
    private static final int AREAS = Area.values().length;

    final Form form;
    final ItemPool pool;
    final Eligibility eligibility;
    final Ability ability;
    final int needs;
    final long seed;
    /** Answers so far. */
    final int length;

    private final boolean[] inScope = new boolean[Prior.DIMENSIONS];
    private final int[] competencesOfArea = new int[AREAS];
    private final int scopeSize;
    private final int[] perCompetence = new int[Prior.DIMENSIONS];
    private final int[] perArea = new int[AREAS];
    private final IndexSet asked;
    private final IndexSet seen;
    private final IndexSet enemies;
    private boolean lastTimed;

    Step(Form form, ItemPool pool, Eligibility eligibility, Situation situation) {
        this.form = form;
        this.pool = pool;
        this.eligibility = eligibility;
        this.ability = situation.ability();
        this.needs = situation.needs();
        this.seed = situation.seed();
        for (int k = 0; k < Prior.DIMENSIONS; k++) {
            inScope[k] = form.scope().contains(COMPETENCES[k]);
            if (inScope[k]) competencesOfArea[AREA[k]]++;
        }
        scopeSize = form.scope().size();
        int[] keys = situation.askedKeys();
        length = keys.length;
        asked = new IndexSet(length);
        IndexSet found = null;
        for (int key : keys) {
            long entry = pool.entry(key);
            boolean known = ItemPool.known(entry);
            lastTimed = known && ItemPool.timed(entry);
            if (!known) continue;
            asked.add(ItemPool.index(entry));
            perCompetence[ItemPool.competence(entry)]++;
            perArea[AREA[ItemPool.competence(entry)]]++;
            if (!ItemPool.hasEnemies(entry)) continue;
            if (found == null) found = new IndexSet(16);
            for (int other : pool.enemies(ItemPool.index(entry))) found.add(other);
        }
        enemies = found;
        int[] earlier = situation.seenKeys();
        seen = earlier.length == 0 ? null : new IndexSet(earlier.length);
        for (int key : earlier) {
            long entry = pool.entry(key);
            if (ItemPool.known(entry)) seen.add(ItemPool.index(entry));
        }
    }

    static Competence competence(int k) {
        return COMPETENCES[k];
    }

    boolean inScope(int k) {
        return inScope[k];
    }

    boolean asked(int index) {
        return asked.contains(index);
    }

    boolean hasSeen() {
        return seen != null;
    }

    boolean seen(int index) {
        return seen.contains(index);
    }

    boolean hasEnemies() {
        return enemies != null;
    }

    boolean enemy(int index) {
        return enemies.contains(index);
    }

    boolean lastTimed() {
        return lastTimed;
    }

    /** Answers in a competence. */
    int count(int k) {
        return perCompetence[k];
    }

    /** Answers in the area of a competence. */
    int areaCount(int k) {
        return perArea[AREA[k]];
    }

    /** The share of the scope that the area of a competence has. */
    double areaShare(int k) {
        return (double) competencesOfArea[AREA[k]] / scopeSize;
    }

    int scopeSize() {
        return scopeSize;
    }

    /** Root mean square of the standard errors over the scope. */
    double standardError() {
        return Math.sqrt(totalVariance() / scopeSize);
    }

    double totalVariance() {
        double sum = 0;
        for (int k = 0; k < Prior.DIMENSIONS; k++) if (inScope[k]) sum += ability.variance(COMPETENCES[k]);
        return sum;
    }

    /** By how much the summed variance of the scope falls when the variance of competence k falls by one. */
    double leverage(int k) {
        return ability.leverage(COMPETENCES[k], inScope);
    }
}
