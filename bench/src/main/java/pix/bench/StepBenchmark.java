package pix.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pix.ability.Ability;
import pix.ability.Prior;
import pix.selection.Decision;
import pix.selection.Eligibility;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;
import pix.selection.Situation;

/** How long one answer takes, in the middle of placements of sixteen competences, every rule on. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g"})
@BenchmarkMode(Mode.SampleTime)
public class StepBenchmark {
    private static final int PEOPLE = 20;
    private static final long SEED = 20261230;
    private static final Form FORM = Form.placement().withTarget(.01);

    /** Items in the bank. */
    @Param({"960", "10000", "100000"})
    public int items;

    private final List<Before> situations = new ArrayList<>();
    private Selector selector;
    private int turn;

    /** Where an assessment stood, and the answer that comes in; {@code asked} includes its item. */
    private record Before(Ability ability, PoolItem item, double score, int[] asked, int[] seen, long seed) {}

    @Setup
    public void prepare() {
        Random luck = new Random(SEED);
        List<PoolItem> bank = bank(items / 16, luck);
        ItemPool pool = ItemPool.of(bank).prepared();
        float[] eligible = new float[pool.size()];
        for (int i = 0; i < eligible.length; i++) eligible[i] = i % 3 == 0 ? .3f : 1;
        selector = new Selector(pool, Eligibility.of(eligible));
        List<double[]> people = Synthetic.people(PEOPLE, SEED, .58, .12, 0);
        for (int person = 0; person < PEOPLE; person++) {
            double[] theta = people.get(person);
            int[] seen = luck.ints(30, 0, items).toArray();
            Sitting sitting = Sitting.run(pool, selector, FORM, Prior.standard(), person, (key, item) ->
                    luck.nextDouble() < item.parameters().probability(theta[item.competence().ordinal()]) ? 1 : 0);
            for (int n = 0; n < sitting.length(); n++) {
                PoolItem item = pool.item(pool.indexOf(sitting.keys()[n]).orElseThrow());
                situations.add(new Before(sitting.after(n), item, sitting.scores()[n],
                        Arrays.copyOf(sitting.keys(), n + 1), seen, person));
            }
        }
        Collections.shuffle(situations, luck);
    }

    /** Some timed, some with enemies, some unsuitable for a need. */
    private static List<PoolItem> bank(int perCompetence, Random luck) {
        List<PoolItem> bank = new ArrayList<>();
        for (PoolItem item : Synthetic.calibrated(perCompetence, SEED)) {
            Set<Integer> enemies = item.key() % 20 == 1 ? Set.of(item.key() - 1) : Set.of();
            bank.add(new PoolItem(item.key(), item.competence(), item.parameters(), luck.nextInt(8) == 0, enemies,
                    luck.nextInt(10) == 0 ? 1 : 0));
        }
        return bank;
    }

    private Before next() {
        turn = turn + 1 == situations.size() ? 0 : turn + 1;
        return situations.get(turn);
    }

    /** Update, stop check, next question. */
    @Benchmark
    public Decision step() {
        Before before = next();
        Ability after = before.ability.observe(before.item.competence(), before.item.parameters(), before.score);
        return selector.decide(FORM, new Situation(after, before.asked, before.seen, 1, before.seed));
    }

    /** The update alone. */
    @Benchmark
    public Ability update() {
        Before before = next();
        return before.ability.observe(before.item.competence(), before.item.parameters(), before.score);
    }
}
