package pix.enrolment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import pix.framework.Competence;

/**
 * Where a group is on its way. What says anything of results is there only where at least {@value #FEWEST} people have
 * some, so that no single one can be read out of it.
 *
 * @param measured how many have a profile; 0 where they are too few
 * @param levels how many are at level 0 to 8, by competence; empty where they are too few
 */
public record Overview(
        int students,
        int withAccount,
        int booked,
        Optional<Integer> certifiable,
        Optional<Integer> certified,
        int measured,
        Map<Competence, int[]> levels) {

    public static final int FEWEST = 10;

    public static Overview of(Tally tally) {
        boolean shown = tally.measured() >= FEWEST;
        return new Overview(tally.students(), tally.withAccount(), tally.booked(),
                shown ? Optional.of(tally.certifiable()) : Optional.empty(),
                shown ? Optional.of(tally.certified()) : Optional.empty(),
                shown ? tally.measured() : 0,
                shown ? distribution(tally) : Map.of());
    }

    private static Map<Competence, int[]> distribution(Tally tally) {
        Map<Competence, int[]> levels = new EnumMap<>(Competence.class);
        for (Competence competence : Competence.values()) levels.put(competence, tally.levels(competence));
        return levels;
    }
}
