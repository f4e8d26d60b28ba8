package pix.bench;

import java.util.List;
import pix.ability.Ability;
import pix.ability.Prior;
import pix.bench.Report.Table;
import pix.bench.Simulation.Errors;
import pix.framework.Competence;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;

/** How well sixteen competences are measured together. */
final class Profile implements Study {
    private static final long SEED = 20261124;
    private static final int[] ANSWERS = {16, 32, 64, 100, 160, 300};
    private static final int LONGEST = 300;
    private static final int BALANCE = 3;

    @Override
    public String title() {
        return "sixteen competences";
    }

    @Override
    public void run(Context context) {
        if (context.data().people().isEmpty() || context.data().bank("dig960").isEmpty()) {
            context.report().note("Sixteen competences: left out, simulees_md.csv or bank_dig960.csv is not in the data folder.");
            return;
        }
        List<Data.Person> people = context.data().people().orElseThrow();
        List<PoolItem> items = context.data().bank("dig960").orElseThrow();
        ItemPool pool = ItemPool.of(items).prepared();
        Table rmse = new Table("profile-rmse", "Sixteen competences, dig960, 2,000 people: RMSE per competence", head());
        Table levels = new Table("profile-levels", "The same: share of exact levels", head());
        Table near = new Table("profile-near", "The same: share within one level", head());
        Errors[] right = add(context, pool, people, .6, Prior.withCorrelation(.6), "correlation .6, known", rmse, levels, near);
        Errors[] high = add(context, pool, people, .8, Prior.withCorrelation(.8), "correlation .8, known", rmse, levels, near);
        add(context, pool, people, .6, Prior.withCorrelation(.3), "correlation .6, taken for .3", rmse, levels, near);
        add(context, pool, people, .6, Prior.withCorrelation(.8), "correlation .6, taken for .8", rmse, levels, near);
        Errors[] separate = add(context, pool, people, .6, Prior.withCorrelation(0), "correlation .6, not used", rmse, levels, near);
        add(context, pool, people, .6, Prior.standard(), "correlation .6, the product's prior", rmse, levels, near);
        context.report().table(rmse);
        context.report().table(levels);
        context.report().table(near);
        for (int i = 1; i < ANSWERS.length; i++) {
            context.report().put("profile/" + ANSWERS[i] + "/rmse", right[i].rmse());
            context.report().put("profile/" + ANSWERS[i] + "/level", right[i].exact());
        }
        plot(context, right, high, separate);
        exactness(context, pool, people);
    }

    private static String[] head() {
        String[] head = new String[ANSWERS.length + 1];
        head[0] = "answers";
        for (int i = 0; i < ANSWERS.length; i++) head[i + 1] = String.valueOf(ANSWERS[i]);
        return head;
    }

    private static Sitting sit(ItemPool pool, Selector selector, Form form, Prior prior, Data.Person person, double rho, Luck luck) {
        double[] theta = person.abilities(rho);
        return Sitting.run(pool, selector, form, prior, Simulation.ties(person.number()), (key, item) ->
                luck.at(person.number(), key) < item.parameters().probability(theta[item.competence().ordinal()]) ? 1 : 0);
    }

    private static Errors[] add(
            Context context, ItemPool pool, List<Data.Person> people, double rho, Prior prior, String name, Table... tables) {
        Selector selector = new Selector(pool);
        Form form = Simulation.fixed(Simulation.everything(), LONGEST, BALANCE, 1);
        Luck luck = new Luck(SEED);
        List<Ability[]> abilities = Simulation.people(people.size(), context.progress(), i -> {
            Sitting sitting = sit(pool, selector, form, prior, people.get(i), rho, luck);
            Ability[] known = new Ability[ANSWERS.length];
            for (int a = 0; a < ANSWERS.length; a++) known[a] = sitting.after(ANSWERS[a]);
            return known;
        });
        Errors[] errors = new Errors[ANSWERS.length];
        for (int a = 0; a < ANSWERS.length; a++) {
            errors[a] = new Errors();
            for (int i = 0; i < people.size(); i++) {
                double[] theta = people.get(i).abilities(rho);
                for (Competence c : Competence.values()) {
                    Ability ability = abilities.get(i)[a];
                    errors[a].add(ability.mean(c), theta[c.ordinal()], ability.standardError(c));
                }
            }
        }
        Object[][] rows = new Object[3][ANSWERS.length + 1];
        for (Object[] row : rows) row[0] = name;
        for (int a = 0; a < ANSWERS.length; a++) {
            rows[0][a + 1] = errors[a].rmse();
            rows[1][a + 1] = errors[a].exact();
            rows[2][a + 1] = errors[a].withinOne();
        }
        for (int t = 0; t < tables.length; t++) tables[t].row(rows[t]);
        return errors;
    }

    private static void plot(Context context, Errors[] right, Errors[] high, Errors[] separate) {
        double[] x = new double[ANSWERS.length];
        double[] joint = new double[x.length];
        double[] joint8 = new double[x.length];
        double[] apart = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = ANSWERS[i];
            joint[i] = right[i].rmse();
            joint8[i] = high[i].rmse();
            apart[i] = separate[i].rmse();
        }
        context.report().plot("profile", new Plot("Sixteen competences: error by length of the test", "answers", 0, 300, "RMSE per competence", .2, .9)
                .line("sixteen separate tests", x, apart)
                .line("joint, correlation .6", x, joint)
                .line("joint, correlation .8", x, joint8)
                .reference("bound, correlation .6", x, new double[] {.603, .539, .473, .431, .389, .340}));
    }

    /** What the thirty-two numbers lose beside the true posterior of the same answers. */
    private static void exactness(Context context, ItemPool pool, List<Data.Person> people) {
        double rho = .6;
        ExactPosterior exact = new ExactPosterior(rho);
        Selector selector = new Selector(pool);
        Form form = Simulation.fixed(Simulation.everything(), 160, BALANCE, 1);
        Luck luck = new Luck(SEED);
        int[] checked = {16, 32, 64, 160};
        List<double[][]> means = Simulation.people(people.size(), context.progress(), i -> {
            Sitting sitting = sit(pool, selector, form, Prior.withCorrelation(rho), people.get(i), rho, luck);
            double[][] three = new double[3 * checked.length][];
            for (int a = 0; a < checked.length; a++) {
                three[3 * a] = means(sitting.after(checked[a]));
                three[3 * a + 1] = means(sitting.scored(pool, checked[a]));
                three[3 * a + 2] = exact.means(sitting.observations(pool, checked[a]));
            }
            return three;
        });
        Table table = new Table("profile-exactness", "Sixteen competences: RMSE of the same tests by how answers are weighed",
                "answers", "running state", "finished score", "true posterior", "loss of the running state", "loss of the finished score");
        for (int a = 0; a < checked.length; a++) {
            Errors[] errors = {new Errors(), new Errors(), new Errors()};
            for (int i = 0; i < people.size(); i++) {
                double[] theta = people.get(i).abilities(rho);
                for (int e = 0; e < 3; e++) {
                    for (int c = 0; c < 16; c++) errors[e].add(means.get(i)[3 * a + e][c], theta[c], 1);
                }
            }
            double truth = errors[2].rmse();
            table.row(checked[a], errors[0].rmse(), errors[1].rmse(), truth, errors[0].rmse() - truth, errors[1].rmse() - truth);
            context.report().put("profile/" + checked[a] + "/lossOfState", errors[0].rmse() - truth);
        }
        context.report().table(table);
    }

    private static double[] means(Ability ability) {
        double[] means = new double[16];
        for (Competence c : Competence.values()) means[c.ordinal()] = ability.mean(c);
        return means;
    }
}
