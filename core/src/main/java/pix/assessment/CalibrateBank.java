package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import pix.ability.Ability;
import pix.ability.ItemParameters;
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
import pix.selection.Eligibility;

/**
 * Learns what the items are like from every test that was finished since the last run, and how eligible they are to be
 * from how many of its certifications asked each. Goes hour by hour through hours
 * that are over; finished tests never change, so what an hour adds is always the same, and one conditional write says how
 * far the counting is. A run may therefore be repeated, overlap with another or die anywhere: each test counts once.
 */
public final class CalibrateBank {
    /** An hour is over for us when the index of finished tests has long settled. */
    private static final Duration SETTLING = Duration.ofMinutes(30);
    /** Where the very first run begins. */
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);
    private static final Duration STRETCH = Duration.ofHours(1);
    /** The largest share of certifications that are to ask an item. */
    private static final double CAP = .2;

    /**
     * @param tests that this run counted
     * @param version what it made of them, 0 where nothing came
     * @param finished whether no hour was left for want of time
     * @param lost whether another run was faster, so that this one changed nothing
     */
    public record Report(int tests, int version, boolean finished, boolean lost) {}

    private final Assessments assessments;
    private final Calibrations calibrations;
    private final Examiner examiner;
    private final Bank bank;
    private final InstantSource clock;

    public CalibrateBank(Assessments assessments, Calibrations calibrations, Examiner examiner, InstantSource clock) {
        this.assessments = assessments;
        this.calibrations = calibrations;
        this.examiner = examiner;
        this.bank = examiner.bank();
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
        Uses uses = new Uses();
        Instant hour = from.countedBefore();
        while (hour.isBefore(over) && clock.instant().isBefore(until)) {
            count(hour, counts, uses, workers);
            hour = hour.plus(STRETCH);
        }
        boolean finished = !hour.isBefore(over);
        if (hour.equals(from.countedBefore())) return new Report(0, 0, finished, false);
        if (counts.tests() == 0) {
            return new Report(0, 0, finished, !calibrations.advance(from, from.idle(hour), Optional.empty()));
        }
        Progress to = from.grown(hour, counts.tests());
        Totals totals = calibrations.totals(from).and(counts);
        Eligibility eligibility = eligibility(from).after(uses.of(bank.items()), uses.tests, CAP);
        boolean won = calibrations.advance(from, to, Optional.of(new Made(totals, version(to, totals, eligibility, now))));
        return won ? new Report(counts.tests(), to.versions(), finished, false) : new Report(0, 0, finished, true);
    }

    /** Of the certifications since the last run: how many, and how many asked each item, whether or not its answer counts. */
    private static final class Uses {
        private final Map<Integer, Integer> asked = new HashMap<>();
        private int tests;

        void add(int[] keys) {
            tests++;
            for (int key : keys) asked.merge(key, 1, Integer::sum);
        }

        int[] of(List<Item> items) {
            return items.stream().mapToInt(item -> asked.getOrDefault(item.key(), 0)).toArray();
        }
    }

    /** What held for certifications until now. */
    private Eligibility eligibility(Progress at) {
        return calibrations.find(at.versions())
                .map(version -> Edition.eligibility(bank, version))
                .orElse(Eligibility.everything());
    }

    private void count(Instant hour, Counts counts, Uses uses, Executor workers) {
        List<CompletableFuture<Test>> tests = assessments.completedIn(hour).stream()
                .map(id -> CompletableFuture.supplyAsync(() -> read(id), workers))
                .toList();
        // In their order, so that not even the last bit of a sum depends on who was faster.
        for (CompletableFuture<Test> future : tests) {
            Test test = future.join();
            counts.add(test.last.terms().assessmentId(), test.ability, test.answers);
            if (test.last.terms().kind() == AssessmentKind.CERTIFICATION) uses.add(test.last.asked());
        }
    }

    private record Test(Turn last, Ability ability, List<Counts.Answered> answers) {}

    /** A finished test, and what was known of the person in the end: all answers that count, weighed together. */
    private Test read(String id) {
        List<Turn> turns = assessments.turns(id);
        Turn last = turns.getLast();
        Set<Integer> withdrawn = Arrays.stream(last.withdrawn()).boxed().collect(Collectors.toSet());
        List<Turn> counted = turns.stream()
                .filter(Turn::countsForAbility)
                .filter(turn -> turn.answered().filter(a -> !withdrawn.contains(a.itemKey()) && bank.find(a.itemKey()).isPresent()).isPresent())
                .toList();
        List<Counts.Answered> answers = counted.stream()
                .flatMap(turn -> turn.answered().stream())
                .map(a -> new Counts.Answered(a.itemKey(), examiner.item(a.itemKey()).competence(), a.score()))
                .toList();
        return new Test(last, examiner.weigh(turns.getFirst().sites(), examiner.observations(counted)), answers);
    }

    private Version version(Progress at, Totals totals, Eligibility eligibility, Instant now) {
        Map<Integer, Learnt> items = new HashMap<>();
        List<Item> all = bank.items();
        double answers = 0;
        double authorsMiss = 0;
        double miss = 0;
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            ItemCounts counts = totals.items().get(item.key());
            if (counts == null) continue;
            ItemParameters authored = Edition.authored(item);
            ItemParameters estimate = Calibration.estimate(authored, counts);
            answers += counts.answers();
            authorsMiss += Calibration.miss(authored, counts);
            miss += Calibration.miss(estimate, counts);
            items.put(item.key(), new Learnt((float) estimate.a(), (float) estimate.b(), (int) Math.rint(counts.answers()),
                    (float) eligibility.probability(i)));
        }
        double of = Math.max(1, answers);
        return new Version(at.versions(), now, bank.version(), at.countedBefore(), totals.tests(), authorsMiss / of, miss / of, items);
    }
}
