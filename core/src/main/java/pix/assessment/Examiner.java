package pix.assessment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Mark;
import pix.bank.PublicId;
import pix.bank.Response;
import pix.framework.Competence;
import pix.selection.Decision;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;
import pix.selection.Situation;

/**
 * Knows the bank and the rules of asking: which question comes next, what an answer is worth and what it says about the
 * person. Pure: the same turn and answer always give the same. Thread-safe.
 */
public final class Examiner {
    /** Discrimination of an item that nobody has answered yet: the mean of ours and of comparable banks. */
    private static final double DISCRIMINATION = 1.2;

    private final Bank bank;
    private final ItemPool pool;
    private final Selector selector;
    private final Prior prior = Prior.standard();

    public Examiner(Bank bank) {
        this.bank = bank;
        this.pool = ItemPool.of(poolItems(bank));
        this.selector = new Selector(pool);
    }

    public Bank bank() {
        return bank;
    }

    /** The item with this key, retired ones included. */
    public Item item(int key) {
        return bank.find(key).orElseThrow(() -> new IllegalStateException("no item in the bank has the key " + key));
    }

    /** The response curve of an item, from the level its author argued for until answers tell better. */
    public static ItemParameters parameters(Item item) {
        return new ItemParameters(DISCRIMINATION, Levels.cut(item.level()), item.guessing(), 1);
    }

    /** The key of the next question after these, empty where it is enough. */
    OptionalInt next(Terms terms, Sites sites, SeenItems seen, int[] answered) {
        Situation situation = new Situation(Ability.of(prior, sites), answered, seenKeys(seen), terms.needBits(), terms.seed());
        return switch (selector.decide(terms.form(), situation)) {
            case Decision.Ask(int key) -> OptionalInt.of(key);
            case Decision.Stop(var reason) -> OptionalInt.empty();
        };
    }

    /** The turn that an answer to the pending question of {@code turn} makes. */
    Turn answer(Turn turn, Response response, Instant now) {
        Item item = item(turn.pendingKey());
        Terms terms = turn.terms();
        Answered answered = judge(turn, item, response, now);
        boolean counts = answered.verdict() != Verdict.LATE || !terms.kind().practice();
        Sites sites = counts
                ? Ability.of(prior, turn.sites()).observe(item.competence(), parameters(item), answered.score()).sites()
                : turn.sites();
        return turnTo(terms, turn.sequence() + 1, Optional.of(answered), sites, turn.seen(), turn.asked(), now);
    }

    /** The turn in which the next question, if there is one, is asked at {@code now}. */
    Turn turnTo(Terms terms, int sequence, Optional<Answered> answered, Sites sites, SeenItems seen, int[] answeredKeys, Instant now) {
        OptionalInt next = next(terms, sites, seen, answeredKeys);
        if (next.isEmpty()) return new Turn(terms, sequence, answered, sites, seen, answeredKeys, Optional.empty());
        int[] asked = Arrays.copyOf(answeredKeys, sequence + 1);
        asked[sequence] = next.getAsInt();
        return new Turn(terms, sequence, answered, sites, seen, asked, Optional.of(now));
    }

    private Answered judge(Turn turn, Item item, Response response, Instant now) {
        Mark mark = item.mark(turn.terms().seed(), turn.terms().locale(), response);
        boolean late = item.timeLimitSeconds().isPresent()
                && now.isAfter(turn.answerBefore(item.timeLimitSeconds().getAsInt()));
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

    private int[] seenKeys(SeenItems seen) {
        return seen.equals(SeenItems.none())
                ? new int[0]
                : bank.items().stream().mapToInt(Item::key).filter(seen::contains).toArray();
    }

    /** What choosing needs to know of the items of a bank. */
    public static List<PoolItem> poolItems(Bank bank) {
        return bank.items().stream().map(Examiner::poolItem).toList();
    }

    private static PoolItem poolItem(Item item) {
        return new PoolItem(item.key(), item.competence(), parameters(item), item.timeLimitSeconds().isPresent(),
                item.enemies().stream().map(PublicId::keyOf).collect(Collectors.toUnmodifiableSet()),
                Terms.bits(item.unsuitable()));
    }
}
