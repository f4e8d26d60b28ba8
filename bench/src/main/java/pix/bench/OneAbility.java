package pix.bench;

import java.util.List;
import pix.ability.Ability;
import pix.ability.Prior;
import pix.ability.WeightedLikelihood;
import pix.bench.Report.Table;
import pix.bench.Simulation.Errors;
import pix.framework.Competence;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;

/** How well one single ability is measured: the case of a correlation of 1. */
final class OneAbility implements Study {
    private static final long SEED = 20261123;
    /** Other luck, to tell what is the engine's doing from what is chance. */
    private static final int LUCKS = 5;
    private static final int LONGEST = 32;
    private static final double TARGET = .30;
    private static final Competence ANY = Competence.SEARCH;

    @Override
    public String title() {
        return "one ability";
    }

    @Override
    public void run(Context context) {
        if (context.data().simulees().isEmpty()) {
            context.report().note("One ability: left out, simulees.csv is not in the data folder.");
            return;
        }
        for (String name : List.of("dig960", "tcals")) {
            context.data().bank(name).ifPresentOrElse(
                    items -> run(context, name, items),
                    () -> context.report().note("One ability, " + name + ": left out, its bank is not in the data folder."));
        }
    }

    private record Outcome(Errors[] byLength, double targetItems, Errors target, List<Sitting> sittings) {}

    private void run(Context context, String name, List<PoolItem> items) {
        List<Data.Simulee> simulees = context.data().simulees().orElseThrow();
        ItemPool pool = ItemPool.of(items).prepared();
        Form free = Simulation.fixed(Simulation.scope(items), LONGEST, Simulation.UNBALANCED, 1);
        Form balanced = Simulation.fixed(Simulation.scope(items), LONGEST, 1, 1);
        Outcome best = simulate(context, pool, free, simulees, SEED);
        Outcome fair = simulate(context, pool, balanced, simulees, SEED);
        Table table = new Table("one-ability-" + name, "One ability, bank " + name + ", 2,000 people from N(0, 1)",
                "test", "RMSE 20", "RMSE 32", "bias 32", "coverage 20", "coverage 32", "levels 20", "levels 32",
                "items to SE .30", "RMSE there");
        row(table, "best item", best);
        row(table, "content balanced", fair);
        Errors[] luckyFree = lucks(context, pool, free, simulees);
        Errors[] luckyFair = lucks(context, pool, balanced, simulees);
        table.row("best item, mean of five lucks", luckyFree[0].rmse(), luckyFree[1].rmse(), luckyFree[1].bias(),
                luckyFree[0].coverage(), luckyFree[1].coverage(), luckyFree[0].exact(), luckyFree[1].exact(), "-", "-");
        table.row("content balanced, mean of five lucks", luckyFair[0].rmse(), luckyFair[1].rmse(), luckyFair[1].bias(),
                luckyFair[0].coverage(), luckyFair[1].coverage(), luckyFair[0].exact(), luckyFair[1].exact(), "-", "-");
        context.report().table(table);
        exactness(context, name, pool, best, simulees);
        report(context.report(), name, best, fair, luckyFree, luckyFair);
        if (name.equals("dig960")) {
            tails(context, pool, best, simulees);
            lengths(context, best, fair);
        }
    }

    private static void row(Table table, String test, Outcome outcome) {
        Errors twenty = outcome.byLength[20];
        Errors last = outcome.byLength[LONGEST];
        table.row(test, twenty.rmse(), last.rmse(), last.bias(), twenty.coverage(), last.coverage(),
                twenty.exact(), last.exact(), outcome.targetItems, outcome.target.rmse());
    }

    private static void report(Report report, String name, Outcome best, Outcome fair, Errors[] free, Errors[] balanced) {
        report.put(name + "/rmse20", best.byLength[20].rmse());
        report.put(name + "/rmse32", best.byLength[LONGEST].rmse());
        report.put(name + "/rmse20FiveLucks", free[0].rmse());
        report.put(name + "/rmse32FiveLucks", free[1].rmse());
        if (!name.equals("dig960")) return;
        report.put(name + "/balanced20", fair.byLength[20].rmse());
        report.put(name + "/balanced32", fair.byLength[LONGEST].rmse());
        report.put(name + "/balanced20FiveLucks", balanced[0].rmse());
        report.put(name + "/balanced32FiveLucks", balanced[1].rmse());
        report.put(name + "/se30Items", best.targetItems);
        report.put(name + "/coverage95", best.byLength[LONGEST].coverage());
        report.put(name + "/bias", best.byLength[LONGEST].bias());
    }

    private static Sitting sit(ItemPool pool, Selector selector, Form form, Data.Simulee simulee, Luck luck) {
        return Sitting.run(pool, selector, form, Prior.withCorrelation(1), Simulation.ties(simulee.number()), (key, item) ->
                luck.at(simulee.number(), key) < item.parameters().probability(simulee.theta()) ? 1 : 0);
    }

    private static Outcome simulate(Context context, ItemPool pool, Form form, List<Data.Simulee> simulees, long seed) {
        Selector selector = new Selector(pool);
        Luck luck = new Luck(seed);
        record Person(Sitting sitting, double[] means, double[] errors) {}
        List<Person> people = Simulation.people(simulees.size(), context.progress(), i -> {
            Sitting sitting = sit(pool, selector, form, simulees.get(i), luck);
            double[] means = new double[LONGEST + 1];
            double[] errors = new double[LONGEST + 1];
            for (int n = 0; n <= LONGEST; n++) {
                Ability ability = sitting.scored(pool, n);
                means[n] = ability.mean(ANY);
                errors[n] = ability.standardError(ANY);
            }
            return new Person(sitting, means, errors);
        });
        Errors[] byLength = new Errors[LONGEST + 1];
        for (int n = 0; n <= LONGEST; n++) byLength[n] = new Errors();
        Errors target = new Errors();
        double items = 0;
        int count = 0;
        for (Data.Simulee simulee : simulees) {
            if (simulee.group() != 0) continue;
            Person person = people.get(simulee.number());
            for (int n = 0; n <= LONGEST; n++) byLength[n].add(person.means[n], simulee.theta(), person.errors[n]);
            int n = 0;
            while (n < LONGEST && person.errors[n] > TARGET) n++;
            items += n;
            target.add(person.means[n], simulee.theta(), person.errors[n]);
            count++;
        }
        return new Outcome(byLength, items / count, target, people.stream().map(Person::sitting).toList());
    }

    /** After 20 and 32 answers, over five seeds of luck. */
    private static Errors[] lucks(Context context, ItemPool pool, Form form, List<Data.Simulee> simulees) {
        Selector selector = new Selector(pool);
        List<Data.Simulee> drawn = simulees.stream().filter(s -> s.group() == 0).toList();
        Errors[] errors = {new Errors(), new Errors()};
        for (int n = 0; n < LUCKS; n++) {
            Luck luck = new Luck(SEED + 10 * n);
            List<Ability[]> abilities = Simulation.people(drawn.size(), context.progress(), i -> {
                Sitting sitting = sit(pool, selector, form, drawn.get(i), luck);
                return new Ability[] {sitting.scored(pool, 20), sitting.scored(pool, LONGEST)};
            });
            for (int i = 0; i < drawn.size(); i++) {
                for (int j = 0; j < 2; j++) {
                    Ability ability = abilities.get(i)[j];
                    errors[j].add(ability.mean(ANY), drawn.get(i).theta(), ability.standardError(ANY));
                }
            }
        }
        return errors;
    }

    /** The running state and the finished score beside the true posterior. */
    private static void exactness(Context context, String name, ItemPool pool, Outcome outcome, List<Data.Simulee> simulees) {
        Table table = new Table("one-ability-exactness-" + name, "One ability, " + name + ": RMSE by how the answers are weighed",
                "answers", "running state", "finished score", "true posterior", "low-bias (WLE)");
        for (int answers : new int[] {20, LONGEST}) {
            Errors running = new Errors();
            Errors finished = new Errors();
            Errors exact = new Errors();
            Errors weighted = new Errors();
            record Four(double running, double finished, double exact, double weighted) {}
            List<Four> people = Simulation.people(simulees.size(), context.progress(), i -> {
                Sitting sitting = outcome.sittings.get(i);
                return new Four(
                        sitting.after(answers).mean(ANY),
                        sitting.scored(pool, answers).mean(ANY),
                        ExactPosterior.mean(sitting.observations(pool, answers)),
                        WeightedLikelihood.estimate(sitting.responses(pool, answers)));
            });
            for (Data.Simulee simulee : simulees) {
                if (simulee.group() != 0) continue;
                Four four = people.get(simulee.number());
                running.add(four.running, simulee.theta(), 1);
                finished.add(four.finished, simulee.theta(), 1);
                exact.add(four.exact, simulee.theta(), 1);
                weighted.add(four.weighted, simulee.theta(), 1);
            }
            table.row(answers, running.rmse(), finished.rmse(), exact.rmse(), weighted.rmse());
        }
        context.report().table(table);
    }

    /** The mean error at fixed abilities after 20 answers, for both estimates. */
    private static void tails(Context context, ItemPool pool, Outcome outcome, List<Data.Simulee> simulees) {
        Table table = new Table("one-ability-bias", "One ability, dig960: mean error after 20 answers, 200 people each",
                "ability", "posterior mean", "low-bias (WLE)");
        double[] x = new double[13];
        double[] mean = new double[13];
        double[] weighted = new double[13];
        for (int g = 0; g < 13; g++) {
            double theta = -3 + g * .5;
            Errors posterior = new Errors();
            Errors low = new Errors();
            for (Data.Simulee simulee : simulees) {
                if (simulee.group() != 1 || Math.abs(simulee.theta() - theta) > 1e-9) continue;
                Sitting sitting = outcome.sittings.get(simulee.number());
                posterior.add(sitting.scored(pool, 20).mean(ANY), theta, 1);
                low.add(WeightedLikelihood.estimate(sitting.responses(pool, 20)), theta, 1);
            }
            x[g] = theta;
            mean[g] = posterior.bias();
            weighted[g] = low.bias();
            table.row(theta, mean[g], weighted[g]);
        }
        context.report().table(table);
        context.report().put("dig960/biasWleMinus3", weighted[0]);
        context.report().put("dig960/biasWlePlus3", weighted[12]);
        context.report().plot("bias", new Plot("Mean error after 20 answers", "ability", -3, 3, "mean error", -.3, .3)
                .line("posterior mean", x, mean)
                .line("low-bias estimate (WLE)", x, weighted));
    }

    private static void lengths(Context context, Outcome best, Outcome fair) {
        double[] x = new double[LONGEST - 3];
        double[] free = new double[x.length];
        double[] balanced = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 4;
            free[i] = best.byLength[i + 4].rmse();
            balanced[i] = fair.byLength[i + 4].rmse();
        }
        context.report().plot("one-ability", new Plot("One ability: error by length of the test", "answers", 4, 32, "RMSE", .15, .55)
                .curve("best item", x, free)
                .curve("content balanced", x, balanced)
                .reference("bound (van Trees)", new double[] {20, 32}, new double[] {.2487, .2089}));
    }
}
