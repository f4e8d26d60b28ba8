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
            int index = pool.index(key);
            lastTimed = index >= 0 && pool.timed(index);
            if (index < 0) continue;
            asked.add(index);
            perCompetence[pool.competence(index)]++;
            perArea[AREA[pool.competence(index)]]++;
            int[] others = pool.enemies(index);
            if (others == null) continue;
            if (found == null) found = new IndexSet(16);
            for (int other : others) found.add(other);
        }
        enemies = found;
        seen = situation.seenKeys().length == 0 ? null : new IndexSet(situation.seenKeys().length);
        for (int key : situation.seenKeys()) {
            int index = pool.index(key);
            if (index >= 0) seen.add(index);
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

    boolean seen(int index) {
        return seen != null && seen.contains(index);
    }

    boolean enemy(int index) {
        return enemies != null && enemies.contains(index);
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

    /**
     * By how much the summed variance of the scope falls when the variance of competence k falls by one:
     * Σ V_jk² / V_kk².
     */
    double leverage(int k) {
        double own = ability.variance(COMPETENCES[k]);
        double sum = 0;
        for (int j = 0; j < Prior.DIMENSIONS; j++) {
            if (!inScope[j]) continue;
            double shared = ability.covariance(COMPETENCES[j], COMPETENCES[k]);
            sum += shared * shared;
        }
        return sum / (own * own);
    }
}
