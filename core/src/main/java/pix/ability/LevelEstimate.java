package pix.ability;

import java.util.List;
import pix.framework.Competence;

/**
 * What a profile says about one competence.
 *
 * @param level the level, 0 to 8
 * @param pix the points, 0 to 64, eight a level
 * @param interval the levels between which the person is with a probability of 90 %
 * @param probabilities of levels 0 to 8; they sum to 1
 * @param standardError of the ability, in standard deviations of the population
 * @param measured false where the level is only inferred from other competences
 */
public record LevelEstimate(
        Competence competence,
        int level,
        int pix,
        Levels.Interval interval,
        List<Double> probabilities,
        double standardError,
        boolean measured) {
    public LevelEstimate {
        probabilities = List.copyOf(probabilities);
    }

    public static LevelEstimate of(Ability ability, Competence competence) {
        double mean = ability.mean(competence);
        double variance = ability.variance(competence);
        int pix = Levels.pix(mean);
        return new LevelEstimate(
                competence,
                Levels.ofPix(pix),
                pix,
                Levels.interval(mean, variance),
                Levels.probabilities(mean, variance),
                Math.sqrt(variance),
                ability.measured(competence));
    }
}
