package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pix.ability.Ability;
import pix.ability.LevelEstimate;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.framework.Competence;

/**
 * What is known of a learner's skills from all completed practice.
 *
 * @param revision grows with every change; two writers cannot both change the same one
 * @param answers given so far, by competence
 * @param open the open assessment of each {@link Terms#slot() slot}
 * @param updatedAt when an assessment was last completed, empty where none was
 */
public record Profile(
        String learnerId,
        long revision,
        Sites sites,
        int[] answers,
        SeenItems seen,
        Map<String, String> open,
        Optional<Instant> updatedAt) {

    /** After so long a profile says half as much: skills and services change. */
    static final Duration HALF_LIFE = Duration.ofDays(365);

    public static final int COMPETENCES_TO_BE_CERTIFIABLE = 5;

    public Profile {
        if (answers.length != Competence.values().length) throw new IllegalArgumentException("one count a competence");
        answers = answers.clone();
        open = Map.copyOf(open);
    }

    public static Profile empty(String learnerId) {
        return new Profile(learnerId, 0, Sites.none(), new int[Competence.values().length], SeenItems.none(), Map.of(),
                Optional.empty());
    }

    @Override
    public int[] answers() {
        return answers.clone();
    }

    public int answers(Competence competence) {
        return answers[competence.ordinal()];
    }

    public boolean known() {
        return Arrays.stream(answers).anyMatch(n -> n > 0);
    }

    /** What it still says at {@code now}: less the older it is. */
    public Sites sitesAt(Instant now) {
        if (updatedAt.isEmpty()) return Sites.none();
        double age = Math.max(0, Duration.between(updatedAt.get(), now).toMillis());
        return sites.fadedBy(Math.pow(.5, age / HALF_LIFE.toMillis()));
    }

    public Profile opened(Terms terms) {
        Map<String, String> more = new HashMap<>(open);
        more.put(terms.slot(), terms.assessmentId());
        return new Profile(learnerId, revision + 1, sites, answers, seen, more, updatedAt);
    }

    /** What the answers of an assessment add to it, whether or not the assessment is completed. */
    public Profile learntFrom(Turn first, Turn last, int[] answersGiven, Instant now) {
        int[] sum = answers.clone();
        for (int c = 0; c < sum.length; c++) sum[c] += answersGiven[c];
        return new Profile(learnerId, revision, sitesAt(now).changedAs(first.sites(), last.sites()), sum,
                seen.and(last.answeredKeys()), open, Optional.of(now));
    }

    public Profile completed(Terms terms) {
        Map<String, String> fewer = new HashMap<>(open);
        fewer.remove(terms.slot(), terms.assessmentId());
        return new Profile(learnerId, revision + 1, sites, answers, seen, fewer, updatedAt);
    }

    public LevelEstimate estimate(Competence competence) {
        return LevelEstimate.of(Ability.of(Prior.standard(), sites), competence);
    }

    /** The level of every competence. */
    public Map<Competence, Integer> levels() {
        Ability ability = Ability.of(Prior.standard(), sites);
        Map<Competence, Integer> levels = new EnumMap<>(Competence.class);
        for (Competence c : Competence.values()) levels.put(c, Levels.level(ability.mean(c)));
        return levels;
    }

    /** Pix of 1024; none before the first answer. */
    public int pix() {
        return known() ? Levels.totalPix(Ability.of(Prior.standard(), sites)) : 0;
    }

    /** Whether the person may sit a certification: at least level 1 in five competences they were asked about. */
    public boolean certifiable() {
        return competencesReached() >= COMPETENCES_TO_BE_CERTIFIABLE;
    }

    /** How many competences the person was asked about are at level 1 or above. */
    public int competencesReached() {
        Ability ability = Ability.of(Prior.standard(), sites);
        return (int) Arrays.stream(Competence.values())
                .filter(c -> answers(c) > 0 && Levels.level(ability.mean(c)) >= 1)
                .count();
    }
}
