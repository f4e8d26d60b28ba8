package pix.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.bench.Report.Table;
import pix.bench.Simulation.Errors;
import pix.calibration.Counts;
import pix.calibration.Counts.Answered;
import pix.framework.Competence;
import pix.selection.Eligibility;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;

/** How fast a bank whose items start from their authors' levels becomes a calibrated one. */
final class Learning implements Study {
    private static final long SEED = 20261123;
    private static final long AUTHORS = 20261210;
    private static final int LENGTH = 32;
    private static final double CAP = .2;
    /** Tests between two calibrations: more often while there are few. */
    private static final int[] NIGHTS = {100, 200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000};
    private static final List<Integer> REPORTED = List.of(1000, 3000, 10_000);
    private static final int FULL_ROUNDS = 12;
    private static final Competence ANY = Competence.SEARCH;

    @Override
    public String title() {
        return "calibration";
    }

    @Override
    public void run(Context context) {
        if (context.data().simulees().isEmpty() || context.data().bank("dig960").isEmpty()) {
            context.report().note("Calibration: left out, simulees.csv or bank_dig960.csv is not in the data folder.");
            return;
        }
        List<PoolItem> truth = context.data().bank("dig960").orElseThrow();
        List<PoolItem> authored = authored(truth);
        Table table = new Table("calibration", "RMSE of a test of 32, dig960, when the bank has been calibrated from so many tests",
                "tests", "counts added night by night", "everything counted again (full EM)");
        double start = rmse(context, truth, authored);
        table.row(0, start, start);
        context.report().put("calibration/0", start);
        List<Taken> log = new ArrayList<>();
        Counts counts = new Counts();
        List<PoolItem> current = authored;
        Eligibility eligibility = Eligibility.everything();
        List<double[]> people = Synthetic.people(NIGHTS[NIGHTS.length - 1], AUTHORS + 1, 1, 0, 0);
        List<Double> x = new ArrayList<>(List.of(0.0));
        List<Double> y = new ArrayList<>(List.of(start));
        for (int until : NIGHTS) {
            int from = log.size();
            ItemPool pool = ItemPool.of(current);
            List<Taken> night = night(context, truth, pool, eligibility, people.subList(from, until), from);
            for (int i = 0; i < night.size(); i++) count(counts, "test-" + (from + i), night.get(i), current);
            log.addAll(night);
            eligibility = eligibility.after(asked(night, truth.size()), night.size(), CAP);
            current = estimated(authored, counts);
            if (!REPORTED.contains(until)) continue;
            double added = rmse(context, truth, current);
            double full = rmse(context, truth, again(context, authored, current, log));
            table.row(until, added, full);
            x.add((double) until);
            y.add(added);
            context.report().put("calibration/" + until, added);
            context.report().put("calibration/full" + until, full);
        }
        double known = rmse(context, truth, truth);
        table.row("true parameters", known, known);
        context.report().table(table);
        context.report().plot("calibration", new Plot("A bank learns from answers", "tests", 0, 10_000, "RMSE of a test of 32", .2, .4)
                .line("counts added night by night", array(x), array(y))
                .reference("true parameters", new double[] {0, 10_000}, new double[] {known, known}));
    }

    /** A finished test, as it is stored. */
    private record Taken(int[] keys, double[] scores) {}

    /** What authors say: a level, one level off in standard deviation, and nothing on discrimination. */
    private static List<PoolItem> authored(List<PoolItem> truth) {
        Random luck = new Random(AUTHORS);
        return truth.stream()
                .map(item -> {
                    double spacing = Levels.cut(2) - Levels.cut(1);
                    double thought = item.parameters().b() + spacing * luck.nextGaussian();
                    int level = Math.clamp(Math.round((thought - Levels.cut(1)) / spacing) + 1, 1, Levels.HIGHEST);
                    return new PoolItem(item.key(), item.competence(), ItemParameters.ofLevel(level));
                })
                .toList();
    }

    private static List<Taken> night(
            Context context, List<PoolItem> truth, ItemPool pool, Eligibility eligibility, List<double[]> people, int from) {
        Selector selector = new Selector(pool, eligibility);
        Form form = Simulation.fixed(Simulation.everything(), LENGTH, Simulation.UNBALANCED, 1);
        Luck luck = new Luck(AUTHORS);
        return Simulation.people(people.size(), context.progress(), i -> {
            double theta = people.get(i)[0];
            Sitting sitting = Sitting.run(pool, selector, form, Prior.withCorrelation(1), Luck.mix(AUTHORS + from + i), (key, item) ->
                    luck.at(from + i, key) < truth.get(key).parameters().probability(theta) ? 1 : 0);
            return new Taken(sitting.keys(), sitting.scores());
        });
    }

    private static int[] asked(List<Taken> tests, int items) {
        int[] asked = new int[items];
        for (Taken test : tests) for (int key : test.keys) asked[key]++;
        return asked;
    }

    private static void count(Counts counts, String name, Taken test, List<PoolItem> bank) {
        List<Observation> observations = new ArrayList<>();
        List<Answered> answers = new ArrayList<>();
        for (int n = 0; n < test.keys.length; n++) {
            PoolItem item = bank.get(test.keys[n]);
            observations.add(new Observation(item.competence(), item.parameters(), test.scores[n]));
            answers.add(new Answered(item.key(), item.competence(), test.scores[n]));
        }
        counts.add(name, Ability.ofAll(Prior.withCorrelation(1), observations), answers);
    }

    private static List<PoolItem> estimated(List<PoolItem> authored, Counts counts) {
        return authored.stream()
                .map(item -> new PoolItem(item.key(), item.competence(), counts.estimate(item.key(), item.parameters())))
                .toList();
    }

    /** The whole log counted again with ever better parameters. */
    private static List<PoolItem> again(Context context, List<PoolItem> authored, List<PoolItem> start, List<Taken> log) {
        List<PoolItem> current = start;
        for (int round = 0; round < FULL_ROUNDS; round++) {
            Counts counts = new Counts();
            for (int i = 0; i < log.size(); i++) count(counts, "test-" + i, log.get(i), current);
            current = estimated(authored, counts);
            context.progress().step(round, FULL_ROUNDS);
        }
        return current;
    }

    /** Two thousand people sit a test of 32 with what is believed of the items, and answer as they truly are. */
    private static double rmse(Context context, List<PoolItem> truth, List<PoolItem> believed) {
        ItemPool pool = ItemPool.of(believed);
        Selector selector = new Selector(pool);
        Form form = Simulation.fixed(Simulation.everything(), LENGTH, Simulation.UNBALANCED, 1);
        Luck luck = new Luck(SEED);
        List<Data.Simulee> simulees =
                context.data().simulees().orElseThrow().stream().filter(s -> s.group() == 0).toList();
        List<Double> estimates = Simulation.people(simulees.size(), context.progress(), i -> Sitting.run(
                        pool, selector, form, Prior.withCorrelation(1), Simulation.ties(i), (key, item) ->
                                luck.at(simulees.get(i).number(), key)
                                                < truth.get(key).parameters().probability(simulees.get(i).theta()) ? 1 : 0)
                .scored(pool, LENGTH)
                .mean(ANY));
        Errors errors = new Errors();
        for (int i = 0; i < simulees.size(); i++) errors.add(estimates.get(i), simulees.get(i).theta(), 1);
        return errors.rmse();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
