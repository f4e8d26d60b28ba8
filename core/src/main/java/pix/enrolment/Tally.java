package pix.enrolment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pix.ability.Levels;
import pix.assessment.Profile;
import pix.framework.Competence;

/**
 * What is counted of a group, part by part, however large it is. It may be of few people: nobody is shown it before
 * {@link Overview} has left out what tells of them. Immutable.
 */
public final class Tally {
    /** How many, of the group; {@link #MEASURED} have a profile. */
    private static final int STUDENTS = 0;
    private static final int ACCOUNTS = 1;
    private static final int BOOKED = 2;
    private static final int CERTIFIABLE = 3;
    private static final int CERTIFIED = 4;
    private static final int MEASURED = 5;
    /** From here on, how many are at levels 0 to 8 of the first competence, then of the next. */
    private static final int LEVELS = 6;
    private static final int LEVELS_A_COMPETENCE = Levels.HIGHEST + 1;
    private static final int ALL = LEVELS + Competence.values().length * LEVELS_A_COMPETENCE;

    public static final Tally NONE = new Tally(new int[ALL]);

    private final int[] counts;

    private Tally(int[] counts) {
        this.counts = counts;
    }

    /** @param students how many more; {@code accounts} where those of them stand who have an account */
    public Tally and(int students, Collection<Standing> accounts) {
        int[] more = counts.clone();
        more[STUDENTS] += students;
        more[ACCOUNTS] += accounts.size();
        more[BOOKED] += count(accounts, Standing::booked);
        more[CERTIFIABLE] += count(accounts, s -> s.profile().certifiable());
        more[CERTIFIED] += count(accounts, Standing::certified);
        List<Profile> known = accounts.stream().map(Standing::profile).filter(Profile::known).toList();
        more[MEASURED] += known.size();
        for (Profile profile : known) {
            profile.levels().forEach((competence, level) -> more[LEVELS + competence.ordinal() * LEVELS_A_COMPETENCE + level]++);
        }
        return new Tally(more);
    }

    private static int count(Collection<Standing> accounts, Predicate<Standing> those) {
        return (int) accounts.stream().filter(those).count();
    }

    public int students() {
        return counts[STUDENTS];
    }

    int withAccount() {
        return counts[ACCOUNTS];
    }

    int booked() {
        return counts[BOOKED];
    }

    int certifiable() {
        return counts[CERTIFIABLE];
    }

    int certified() {
        return counts[CERTIFIED];
    }

    int measured() {
        return counts[MEASURED];
    }

    int[] levels(Competence competence) {
        int from = LEVELS + competence.ordinal() * LEVELS_A_COMPETENCE;
        return Arrays.copyOfRange(counts, from, from + LEVELS_A_COMPETENCE);
    }

    /** For {@link #parse}. */
    public String text() {
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    /** Empty where the text is not of a tally. */
    public static Optional<Tally> parse(String text) {
        String[] numbers = text.split(" ");
        if (numbers.length != ALL || !Arrays.stream(numbers).allMatch(n -> n.matches("\\d{1,9}"))) return Optional.empty();
        return Optional.of(new Tally(Arrays.stream(numbers).mapToInt(Integer::parseInt).toArray()));
    }
}
