package pix.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pix.ability.Ability;
import pix.ability.LevelEstimate;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.bench.Report.Table;
import pix.framework.Competence;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.Selector;

/** Whether levels are as probable as the profile says, and what becomes of that where the prior is wrong. */
final class Honesty implements Study {
    private static final int PEOPLE = 6000;
    /** People sit tests of different lengths, so that every probability is stated often enough. */
    private static final int[] LENGTHS = {24, 48, 96, 192};
    private static final int BINS = 10;
    private static final long SEED = 20261201;

    @Override
    public String title() {
        return "honest levels";
    }

    /** Stated probabilities and what came true, by tenths. */
    private static final class Tally {
        private final double[] stated = new double[BINS];
        private final double[] came = new double[BINS];
        private final double[] count = new double[BINS];

        void add(double probability, boolean came) {
            int bin = Math.min(BINS - 1, (int) Math.floor(probability * BINS));
            stated[bin] += probability;
            this.came[bin] += came ? 1 : 0;
            count[bin]++;
        }

        /** The means of those tenths that have enough cases to tell. */
        double[] means(double[] sums) {
            return IntStream.range(0, BINS).filter(bin -> count[bin] >= 100).mapToDouble(bin -> sums[bin] / count[bin]).toArray();
        }
    }

    private static final class Outcome {
        private final Tally measured = new Tally();
        private final Tally inferred = new Tally();
        private final Tally measuredAtLeast = new Tally();
        private final Tally inferredAtLeast = new Tally();
        /** Around 70 %: from 65 to 75. */
        private double seventyStated;
        private double seventyCame;
        private double seventy;
        private double squares;
        private double sum;
        private double inside;
        private int count;

        void add(Ability ability, double[] theta) {
            for (Competence c : Competence.values()) {
                LevelEstimate estimate = LevelEstimate.of(ability, c);
                double truth = theta[c.ordinal()];
                double level = Levels.continuous(truth);
                double atLeast = 1;
                for (int l = 0; l <= Levels.HIGHEST; l++) {
                    double p = estimate.probabilities().get(l);
                    boolean came = Levels.level(truth) == l;
                    (estimate.measured() ? measured : inferred).add(p, came);
                    if (l > 0) {
                        atLeast = Math.max(0, atLeast - estimate.probabilities().get(l - 1));
                        (estimate.measured() ? measuredAtLeast : inferredAtLeast).add(atLeast, Levels.level(truth) >= l);
                    }
                    if (p >= .65 && p < .75) {
                        seventyStated += p;
                        seventyCame += came ? 1 : 0;
                        seventy++;
                    }
                }
                if (level >= estimate.interval().low() && level <= estimate.interval().high()) inside++;
                double error = ability.mean(c) - truth;
                squares += error * error;
                sum += error;
                count++;
            }
        }
    }

    @Override
    public void run(Context context) {
        ItemPool pool = ItemPool.of(Synthetic.calibrated(60, SEED)).prepared();
        Outcome right = simulate(context, pool, .58, .12, 0);
        table(context, right);
        Table wrong = new Table("prior-wrong", "What a wrong prior does: 24 to 192 answers in 8 of the 16 competences",
                "truth", "RMSE", "bias", "90 % intervals that hold", "stated 70 %", "came true");
        row(wrong, "as the prior says", right);
        row(wrong, "everybody 1 lower", simulate(context, pool, .58, .12, -1));
        row(wrong, "everybody 1 higher", simulate(context, pool, .58, .12, 1));
        row(wrong, "correlation .2 lower", simulate(context, pool, .38, .12, 0));
        row(wrong, "correlation .2 higher", simulate(context, pool, .78, .12, 0));
        context.report().table(wrong);
        context.report().put("honesty/seventyStated", right.seventyStated / right.seventy);
        context.report().put("honesty/seventyCameTrue", right.seventyCame / right.seventy);
    }

    private static void row(Table table, String truth, Outcome o) {
        table.row(truth, Math.sqrt(o.squares / o.count), o.sum / o.count, o.inside / o.count,
                o.seventyStated / o.seventy, o.seventyCame / o.seventy);
    }

    /** Every person is asked about eight competences, the even ones or the odd ones, so that the other eight are inferred. */
    private static Outcome simulate(Context context, ItemPool pool, double general, double area, double shift) {
        List<double[]> people = Synthetic.people(PEOPLE, SEED, general, area, shift);
        Selector selector = new Selector(pool);
        Luck luck = new Luck(SEED);
        List<Ability> abilities = Simulation.people(PEOPLE, context.progress(), i -> {
            int length = LENGTHS[i / 2 % LENGTHS.length];
            Form form = Simulation.fixed(half(i % 2), length, 2, 1);
            return Sitting.run(pool, selector, form, Prior.standard(), Simulation.ties(i), (key, item) ->
                            luck.at(i, key) < item.parameters().probability(people.get(i)[item.competence().ordinal()]) ? 1 : 0)
                    .scored(pool, length);
        });
        Outcome outcome = new Outcome();
        for (int i = 0; i < PEOPLE; i++) outcome.add(abilities.get(i), people.get(i));
        return outcome;
    }

    private static Set<Competence> half(int odd) {
        Set<Competence> half = EnumSet.noneOf(Competence.class);
        for (Competence c : Competence.values()) if (c.ordinal() % 2 == odd) half.add(c);
        return half;
    }

    private static void table(Context context, Outcome outcome) {
        context.report().table(table("honesty-exact", "\"This is level L\": stated probabilities and how often they came true, "
                + PEOPLE + " people", outcome.measured, outcome.inferred));
        context.report().table(table("honesty-at-least", "\"This is level L or above\": the same",
                outcome.measuredAtLeast, outcome.inferredAtLeast));
        context.report().plot("honesty", new Plot(
                        "Stated probabilities come true", "stated probability", 0, 1, "share that came true", 0, 1)
                .line("level L, measured", outcome.measured.means(outcome.measured.stated), outcome.measured.means(outcome.measured.came))
                .line("level L, inferred", outcome.inferred.means(outcome.inferred.stated), outcome.inferred.means(outcome.inferred.came))
                .line("L or above, inferred", outcome.inferredAtLeast.means(outcome.inferredAtLeast.stated),
                        outcome.inferredAtLeast.means(outcome.inferredAtLeast.came))
                .reference("perfect", new double[] {0, 1}, new double[] {0, 1}));
    }

    private static Table table(String name, String title, Tally measured, Tally inferred) {
        Table table = new Table(name, title,
                "stated", "measured: mean", "came true", "cases", "inferred: mean", "came true", "cases");
        for (int bin = 0; bin < BINS; bin++) {
            table.row(bin * 10 + " to " + (bin + 1) * 10 + " %",
                    measured.stated[bin] / measured.count[bin], measured.came[bin] / measured.count[bin], (long) measured.count[bin],
                    inferred.stated[bin] / inferred.count[bin], inferred.came[bin] / inferred.count[bin], (long) inferred.count[bin]);
        }
        return table;
    }
}
