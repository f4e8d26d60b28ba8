package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.bank.Bank;
import pix.bank.Item;
import pix.calibration.Calibration;
import pix.calibration.Calibrations;
import pix.calibration.Calibrations.Made;
import pix.calibration.Calibrations.Progress;
import pix.calibration.Counts;
import pix.calibration.ItemCounts;
import pix.calibration.Totals;
import pix.calibration.Version;
import pix.calibration.Version.Learnt;

/**
 * Learns what the items are like from every test that was finished since the last run. Goes hour by hour through hours
 * that are over; finished tests never change, so what an hour adds is always the same, and one conditional write says how
 * far the counting is. A run may therefore be repeated, overlap with another or die anywhere: each test counts once.
 */
public final class CalibrateBank {
    /** An hour is over for us when the index of finished tests has long settled. */
    private static final Duration SETTLING = Duration.ofMinutes(30);
    /** Where the very first run begins. */
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);
    private static final Duration STRETCH = Duration.ofHours(1);

    /**
     * @param tests that this run counted
     * @param version what it made of them, 0 where nothing came
     * @param finished whether no hour was left for want of time
     * @param lost whether another run was faster, so that this one changed nothing
     */
    public record Report(int tests, int version, boolean finished, boolean lost) {}

    private final Assessments assessments;
    private final Calibrations calibrations;
    private final Bank bank;
    private final InstantSource clock;
    private final Prior prior = Prior.standard();

    public CalibrateBank(Assessments assessments, Calibrations calibrations, Bank bank, InstantSource clock) {
        this.assessments = assessments;
        this.calibrations = calibrations;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * @param until when to begin no further hour
     * @param workers reads one test a task
     */
    public Report run(Instant until, Executor workers) {
        Instant now = clock.instant();
        Instant over = now.minus(SETTLING).truncatedTo(ChronoUnit.HOURS);
        Progress from = calibrations.progress().orElseGet(() -> Progress.beginning(over.minus(FIRST_LOOK_BACK)));
        Counts counts = new Counts();
        Instant hour = from.countedBefore();
        while (hour.isBefore(over) && clock.instant().isBefore(until)) {
            count(hour, counts, workers);
            hour = hour.plus(STRETCH);
        }
        boolean finished = !hour.isBefore(over);
        if (hour.equals(from.countedBefore())) return new Report(0, 0, finished, false);
        if (counts.tests() == 0) {
            return new Report(0, 0, finished, !calibrations.advance(from, from.idle(hour), Optional.empty()));
        }
        Progress to = from.grown(hour, counts.tests());
        Totals totals = calibrations.totals(from).and(counts);
        boolean won = calibrations.advance(from, to, Optional.of(new Made(totals, version(to, totals, now))));
        return won ? new Report(counts.tests(), to.versions(), finished, false) : new Report(0, 0, finished, true);
    }

    private void count(Instant hour, Counts counts, Executor workers) {
        List<CompletableFuture<Test>> tests = assessments.completedIn(hour).stream()
                .map(id -> CompletableFuture.supplyAsync(() -> read(id), workers))
                .toList();
        // In their order, so that not even the last bit of a sum depends on who was faster.
        for (CompletableFuture<Test> future : tests) {
            Test test = future.join();
            counts.add(test.id, test.ability, test.answers);
        }
    }

    private record Test(String id, Ability ability, List<Counts.Answered> answers) {}

    private Test read(String id) {
        List<Turn> turns = assessments.turns(id);
        List<Counts.Answered> answers = turns.stream()
                .filter(Turn::countsForAbility)
                .flatMap(turn -> turn.answered().stream())
                .flatMap(answered -> bank.find(answered.itemKey()).stream()
                        .map(item -> new Counts.Answered(item.key(), item.competence(), answered.score())))
                .toList();
        return new Test(id, Ability.of(prior, turns.getLast().sites()), answers);
    }

    private Version version(Progress at, Totals totals, Instant now) {
        Map<Integer, Learnt> items = new HashMap<>();
        double answers = 0;
        double authorsMiss = 0;
        double miss = 0;
        for (Item item : bank.items()) {
            ItemCounts counts = totals.items().get(item.key());
            if (counts == null) continue;
            ItemParameters authored = Edition.authored(item);
            ItemParameters estimate = Calibration.estimate(authored, counts);
            answers += counts.answers();
            authorsMiss += Calibration.miss(authored, counts);
            miss += Calibration.miss(estimate, counts);
            items.put(item.key(), new Learnt((float) estimate.a(), (float) estimate.b(), (int) Math.rint(counts.answers())));
        }
        double all = Math.max(1, answers);
        return new Version(at.versions(), now, bank.version(), at.countedBefore(), totals.tests(), authorsMiss / all, miss / all, items);
    }
}
