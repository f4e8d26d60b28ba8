package pix.selection;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import pix.framework.Competence;

/**
 * What an assessment measures, how long and how exactly.
 *
 * @param scope the competences asked about
 * @param minimum answers before precision may end it; for a certification also the fewest from which a level can be
 *     certified
 * @param maximum answers that end it
 * @param target the standard error, root mean square over the scope, that ends it; 0 where only length does
 * @param leastGain the smallest expected relative drop of the variance worth a question; 0 asks whatever is left
 * @param balance how many answers a competence may be ahead of its equal share, at least 1; 1 keeps all counts within one
 *     of each other
 * @param spread at most so many of the best items to draw from, at least 1; large banks use all of it, small ones less
 */
public record Form(
        Set<Competence> scope,
        int minimum,
        int maximum,
        double target,
        double leastGain,
        int balance,
        int spread) {
    /** From here on a question is not worth the time of the person. */
    private static final double HARDLY_ANYTHING = 1e-3;
    private static final int USUAL_SPREAD = 20;

    public Form {
        if (scope.isEmpty()) throw new IllegalArgumentException("a form measures something");
        if (!(0 <= minimum && minimum <= maximum)) throw new IllegalArgumentException("0 <= minimum <= maximum");
        if (!(target >= 0) || !(leastGain >= 0)) throw new IllegalArgumentException("a target and a least gain are >= 0");
        if (balance < 1 || spread < 1) throw new IllegalArgumentException("balance and spread are at least 1");
        scope = Collections.unmodifiableSet(EnumSet.copyOf(scope));
    }

    /** A first full profile: all competences, at most 64 answers, fewer where the levels are sure enough. */
    public static Form placement() {
        return new Form(EnumSet.allOf(Competence.class), 32, 64, .5, HARDLY_ANYTHING, 3, USUAL_SPREAD);
    }

    /** Practice in one competence: at most 12 answers. */
    public static Form training(Competence competence) {
        return new Form(Set.of(competence), 4, 12, .35, HARDLY_ANYTHING, 12, USUAL_SPREAD);
    }

    /** Certification: 32 answers, two for each competence; 20 are the fewest a level can be certified from. */
    public static Form certification() {
        return new Form(EnumSet.allOf(Competence.class), 20, 32, 0, 0, 1, USUAL_SPREAD);
    }

    public Form withLength(int newMinimum, int newMaximum) {
        return new Form(scope, newMinimum, newMaximum, target, leastGain, balance, spread);
    }

    public Form withTarget(double newTarget) {
        return new Form(scope, minimum, maximum, newTarget, leastGain, balance, spread);
    }

    public Form withBalance(int newBalance) {
        return new Form(scope, minimum, maximum, target, leastGain, newBalance, spread);
    }

    public Form withSpread(int newSpread) {
        return new Form(scope, minimum, maximum, target, leastGain, balance, newSpread);
    }
}
