package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Mark;
import pix.bank.Response;
import pix.calibration.Version;
import pix.calibration.Versions;
import pix.framework.Competence;
import pix.selection.Decision;
import pix.selection.Eligibility;
import pix.selection.PoolItem;
import pix.selection.Situation;

/**
 * Knows the bank and the rules of asking: which question comes next, what an answer is worth and what it says about the
 * person. The same turn and answer always give the same, as an assessment keeps to the versions of the items' parameters
 * and eligibilities it began with. Thread-safe.
 */
public final class Examiner {
    private final Bank bank;
    private final Versions versions;
    /** Those this process has met, by number: a version never changes, so it is read once. */
    private final Map<Integer, Edition> editions = new ConcurrentHashMap<>();
    private final Map<Integer, Eligibility> eligibilities = new ConcurrentHashMap<>(Map.of(0, Eligibility.everything()));
    private final Prior prior = Prior.standard();

    /** Of items as their authors think of them. */
    public Examiner(Bank bank) {
        this(bank, Versions.none());
    }

    public Examiner(Bank bank, Versions versions) {
        this.bank = bank;
        this.versions = versions;
        editions.put(0, new Edition(bank, Optional.empty()));
    }

    private Edition edition(Terms terms) {
        return editions.computeIfAbsent(terms.calibration(), number -> new Edition(bank, Optional.of(version(number))));
    }

    private Eligibility eligibility(Terms terms) {
        return eligibilities.computeIfAbsent(terms.exposure(), number -> Edition.eligibility(bank, version(number)));
    }

    private Version version(int number) {
        return versions.find(number)
                .orElseThrow(() -> new IllegalStateException("there is no version " + number + " of what is known of items"));
    }

    /** The version of the items' parameters that an assessment started now keeps to. */
    int activeVersion() {
        return versions.active();
    }

    /** The version whose eligibilities a certification started now keeps to. */
    int newestVersion() {
        return versions.newest();
    }

    public Bank bank() {
        return bank;
    }

    /** The item with this key, retired ones included. */
    public Item item(int key) {
        return bank.find(key).orElseThrow(() -> new IllegalStateException("no item in the bank has the key " + key));
    }

    /** The response curve of an item as its author thinks of it. */
    public static ItemParameters parameters(Item item) {
        return Edition.authored(item);
    }

    /** The key of the next question after these, empty where it is enough. */
    OptionalInt next(Terms terms, Sites sites, SeenItems seen, int[] answered, int[] withdrawn) {
        Situation situation = new Situation(Ability.of(prior, sites), answered, avoided(seen, withdrawn), terms.needBits(), terms.seed());
        return switch (edition(terms).selector(eligibility(terms)).decide(terms.form(), situation)) {
            case Decision.Ask(int key) -> OptionalInt.of(key);
            case Decision.Stop(var reason) -> OptionalInt.empty();
        };
    }

    /**
     * The turn that an answer to the pending question of {@code turn} makes.
     *
     * @param held how long the clock stood still since the question was asked
     */
    Turn answer(Turn turn, Response response, Instant now, Duration held) {
        Item item = item(turn.pendingKey());
        Terms terms = turn.terms();
        Answered answered = judge(turn, item, response, now, held);
        Sites sites = Turn.counts(terms, answered.verdict())
                ? Ability.of(prior, turn.sites())
                        .observe(item.competence(), edition(terms).parameters(item), answered.score()).sites()
                : turn.sites();
        return turnTo(terms, turn.sequence() + 1, Optional.of(answered), sites, turn.seen(), turn.asked(), turn.withdrawn(),
                now);
    }

    /**
     * Goes the way of an answer once, in memory and about nobody, for a process that is to be kept as it is: the first
     * question of a test is chosen, an answer to it weighed and the next one chosen.
     */
    public Turn rehearse(Instant now) {
        Terms terms = new Terms("rehearsal", "rehearsal", AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), 1, bank.version(), now);
        Turn first = turnTo(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], now);
        return answer(first, new Response.Skip(), now, Duration.ZERO);
    }

    /** The turn in which the pending question is taken back and another one is asked in its place. */
    public Turn replace(Turn turn, Instant now) {
        return turnTo(turn.terms(), turn.sequence() + 1, Optional.of(withdrawal(turn, now)), turn.sites(), turn.seen(),
                turn.asked(), withdrawnWithPending(turn), now);
    }

    /** The turn in which a test ends before the pending question is answered. */
    public Turn close(Turn turn, Instant now) {
        return new Turn(turn.terms(), turn.sequence() + 1, Optional.of(withdrawal(turn, now)), turn.sites(), turn.seen(),
                turn.asked(), withdrawnWithPending(turn), Optional.empty());
    }

    /** The turns it would have taken to skip whatever was left of a test. */
    public List<Turn> skippingTheRest(Turn open) {
        List<Turn> rest = new ArrayList<>();
        Turn turn = open;
        while (!turn.completed()) {
            turn = answer(turn, new Response.Skip(), turn.askedAt().orElseThrow(), Duration.ZERO);
            rest.add(turn);
        }
        return rest;
    }

    /** What the answers of these turns that count say, each as an observation. */
    public List<Observation> observations(List<Turn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.answered().stream()
                        .filter(answered -> answered.verdict() != Verdict.WITHDRAWN)
                        .map(answered -> observation(edition(turn.terms()), item(answered.itemKey()), answered.score())))
                .toList();
    }

    private static Observation observation(Edition edition, Item item, double score) {
        return new Observation(item.competence(), edition.parameters(item), score);
    }

    /** The ability that a finished test shows: all answers weighed together, from the same prior for everybody. */
    public Ability weigh(List<Observation> observations) {
        return Ability.ofAll(prior, observations);
    }

    /** The same for somebody of whom something was known before the test. */
    Ability weigh(Sites before, List<Observation> observations) {
        return Ability.ofAll(prior, before, observations);
    }

    private static Answered withdrawal(Turn turn, Instant now) {
        return new Answered(turn.pendingKey(), new Response.Skip(), Verdict.WITHDRAWN, 0, now);
    }

    private static int[] withdrawnWithPending(Turn turn) {
        return and(turn.withdrawn(), turn.pendingKey());
    }

    private static int[] and(int[] keys, int key) {
        int[] more = Arrays.copyOf(keys, keys.length + 1);
        more[keys.length] = key;
        return more;
    }

    /** The turn in which the next question, if there is one, is asked at {@code now}. */
    Turn turnTo(
            Terms terms,
            int sequence,
            Optional<Answered> answered,
            Sites sites,
            SeenItems seen,
            int[] before,
            int[] withdrawn,
            Instant now) {
        OptionalInt next = next(terms, sites, seen, Turn.without(withdrawn, before), withdrawn);
        return next.isEmpty()
                ? new Turn(terms, sequence, answered, sites, seen, before, withdrawn, Optional.empty())
                : new Turn(terms, sequence, answered, sites, seen, and(before, next.getAsInt()), withdrawn, Optional.of(now));
    }

    private Answered judge(Turn turn, Item item, Response response, Instant now, Duration held) {
        Mark mark = item.mark(turn.terms().seed(), turn.terms().locale(), response);
        boolean late = item.timeLimitSeconds().isPresent()
                && now.isAfter(turn.answerBefore(item.timeLimitSeconds().getAsInt(), held));
        return late
                ? new Answered(item.key(), response, Verdict.LATE, 0, now)
                : new Answered(item.key(), response, Verdict.of(mark.outcome()), mark.score(), now);
    }

    /** How sure the profile is, from 0, as sure as of anybody, to 1: the share of the prior variance that is gone. */
    public double precision(Turn turn) {
        Ability ability = Ability.of(prior, turn.sites());
        double before = 0;
        double now = 0;
        for (Competence c : turn.terms().form().scope()) {
            before += prior.variance(c);
            now += ability.variance(c);
        }
        return Math.clamp(1 - now / before, 0, 1);
    }

    /** How many answers of a turn are in each competence. */
    public int[] answersByCompetence(Turn turn) {
        int[] counts = new int[Competence.values().length];
        for (int key : turn.answeredKeys()) counts[item(key).competence().ordinal()]++;
        return counts;
    }

    private int[] avoided(SeenItems seen, int[] withdrawn) {
        return seen.equals(SeenItems.none())
                ? withdrawn
                : IntStream.concat(bank.items().stream().mapToInt(Item::key).filter(seen::contains), Arrays.stream(withdrawn))
                        .toArray();
    }

    /** What choosing needs to know of the items of a bank, as their authors think of them. */
    public static List<PoolItem> poolItems(Bank bank) {
        return Edition.poolItems(bank, Optional.empty());
    }
}
