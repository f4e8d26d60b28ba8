package pix.selection;

import pix.ability.Ability;

/**
 * Where an assessment stands.
 *
 * @param ability what is known of the person now
 * @param asked keys of the items of this assessment, in order, the unanswered one excluded
 * @param seen keys of items the person met in earlier assessments, avoided as long as there are others
 * @param needs the person's needs, in the bits of {@link PoolItem#unsuitableFor()}
 * @param seed drawn once for the assessment and kept: it decides every tie
 */
public record Situation(Ability ability, int[] asked, int[] seen, int needs, long seed) {
    public Situation {
        asked = asked.clone();
        seen = seen.clone();
    }

    public Situation(Ability ability, int[] asked, long seed) {
        this(ability, asked, new int[0], 0, seed);
    }

    @Override
    public int[] asked() {
        return asked.clone();
    }

    @Override
    public int[] seen() {
        return seen.clone();
    }

    /** Without a copy, for this package, which only reads. */
    int[] askedKeys() {
        return asked;
    }

    int[] seenKeys() {
        return seen;
    }
}
