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
    private static final int[] NOTHING = {};
    private static final int AREAS = Area.values().length;

    final Form form;
    final ItemPool pool;
    final Eligibility eligibility;
    final Ability ability;
    final int needs;
    final long seed;
    /** Answers so far. */
    final int length;

    /** By competence. */
    final double[] mean = new double[Prior.DIMENSIONS];
    final double[] variance = new double[Prior.DIMENSIONS];
    /** Of the scope, summed. */
    final double totalVariance;

    private final boolean[] inScope = new boolean[Prior.DIMENSIONS];
    private final int[] competencesOfArea = new int[AREAS];
    private final int scopeSize;
    private final int[] perCompetence = new int[Prior.DIMENSIONS];
    private final int[] perArea = new int[AREAS];
    /** Positions in the pool; what the pool does not know is left out. */
    private final int[] asked;
    private final int[] seen;
    private final int[] enemies;
    private boolean lastTimed;

    Step(Form form, ItemPool pool, Eligibility eligibility, Situation situation) {
        this.form = form;
        this.pool = pool;
        this.eligibility = eligibility;
        this.ability = situation.ability();
        this.needs = situation.needs();
        this.seed = situation.seed();
        double total = 0;
        for (int k = 0; k < Prior.DIMENSIONS; k++) {
            mean[k] = ability.mean(COMPETENCES[k]);
            variance[k] = ability.variance(COMPETENCES[k]);
            inScope[k] = form.scope().contains(COMPETENCES[k]);
            if (!inScope[k]) continue;
            competencesOfArea[AREA[k]]++;
            total += variance[k];
        }
        totalVariance = total;
        scopeSize = form.scope().size();
        int[] keys = situation.askedKeys();
        length = keys.length;
        int[] positions = new int[length];
        int[] ofEnemies = NOTHING;
        int known = 0;
        for (int key : keys) {
            long entry = pool.entry(key);
            lastTimed = KeyTable.known(entry) && KeyTable.timed(entry);
            if (!KeyTable.known(entry)) continue;
            int index = KeyTable.index(entry);
            positions[known++] = index;
            perCompetence[KeyTable.competence(entry)]++;
            perArea[AREA[KeyTable.competence(entry)]]++;
            if (KeyTable.hasEnemies(entry)) ofEnemies = joined(ofEnemies, pool.enemies(index));
        }
        asked = Arrays.copyOf(positions, known);
        enemies = ofEnemies;
        seen = positions(situation.seenKeys());
    }

    private static int[] joined(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }

    private int[] positions(int[] keys) {
        int[] found = new int[keys.length];
        int known = 0;
        for (int key : keys) {
            long entry = pool.entry(key);
            if (KeyTable.known(entry)) found[known++] = KeyTable.index(entry);
        }
        return known == found.length ? found : Arrays.copyOf(found, known);
    }

    boolean inScope(int k) {
        return inScope[k];
    }

    int[] asked() {
        return asked;
    }

    int[] seen() {
        return seen;
    }

    /** Positions of the enemies of what was asked. */
    int[] enemies() {
        return enemies;
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
        return Math.sqrt(totalVariance / scopeSize);
    }

    /** For each competence, by how much the summed variance of the scope falls when its own falls by one. */
    double[] leverages() {
        return ability.leverages(inScope);
    }
}
