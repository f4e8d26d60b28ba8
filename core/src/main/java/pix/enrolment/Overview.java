package pix.enrolment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import pix.ability.Levels;
import pix.assessment.Profile;
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

    public static Overview of(int students, Collection<Standing> accounts) {
        List<Profile> known = accounts.stream().map(Standing::profile).filter(Profile::known).toList();
        boolean shown = known.size() >= FEWEST;
        return new Overview(students, accounts.size(), count(accounts, Standing::booked),
                shown ? Optional.of(count(accounts, s -> s.profile().certifiable())) : Optional.empty(),
                shown ? Optional.of(count(accounts, Standing::certified)) : Optional.empty(),
                shown ? known.size() : 0,
                shown ? distribution(known) : Map.of());
    }

    private static int count(Collection<Standing> accounts, Predicate<Standing> those) {
        return (int) accounts.stream().filter(those).count();
    }

    private static Map<Competence, int[]> distribution(List<Profile> profiles) {
        Map<Competence, int[]> levels = new EnumMap<>(Competence.class);
        for (Competence competence : Competence.values()) levels.put(competence, new int[Levels.HIGHEST + 1]);
        for (Profile profile : profiles) profile.levels().forEach((competence, level) -> levels.get(competence)[level]++);
        return levels;
    }
}
