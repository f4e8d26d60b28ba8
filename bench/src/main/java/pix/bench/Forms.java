package pix.bench;

import java.util.List;
import java.util.Locale;
import pix.ability.Ability;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.bench.Report.Table;
import pix.framework.Competence;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;

/** What the three forms of the product deliver, every rule on, with the product's prior, cuts and levels. */
final class Forms implements Study {
    private static final int PEOPLE = 2000;
    private static final long SEED = 20261215;

    @Override
    public String title() {
        return "forms";
    }

    @Override
    public void run(Context context) {
        Table table = new Table("forms", "The forms of the product, " + PEOPLE + " people, levels 0 to 8",
                "bank", "form", "answers", "shortest to longest", "RMSE", "exact level", "within one", "90 % intervals", "global level", "global within one");
        bank(context, table, "authors' levels, 8 items a level", Synthetic.authored(8));
        bank(context, table, "calibrated, 60 items a competence", Synthetic.calibrated(60, SEED));
        bank(context, table, "the product's own", Product.items());
        context.report().table(table);
    }

    private static void bank(Context context, Table table, String name, List<PoolItem> items) {
        ItemPool pool = ItemPool.of(items);
        run(context, table, name, pool, "certification", Form.certification(), 0);
        run(context, table, name, pool, "certification, given up at 20", Form.certification(), 20);
        run(context, table, name, pool, "placement", Form.placement(), 0);
        run(context, table, name, pool, "training, one competence", Form.training(Competence.PROGRAM), 0);
    }

    private static void run(Context context, Table table, String bank, ItemPool pool, String name, Form form, int givenUp) {
        List<double[]> people = Synthetic.people(PEOPLE, SEED, .58, .12, 0);
        Selector selector = new Selector(pool);
        Luck luck = new Luck(SEED);
        record Result(Ability ability, int answers) {}
        List<Result> results = Simulation.people(PEOPLE, context.progress(), i -> {
            Sitting sitting = Sitting.run(pool, selector, form, Prior.standard(), Simulation.ties(i), (key, item) ->
                    luck.at(i, key) < item.parameters().probability(people.get(i)[item.competence().ordinal()]) ? 1 : 0);
            int answers = givenUp == 0 ? sitting.length() : givenUp;
            return new Result(sitting.scored(pool, answers), answers);
        });
        double answers = 0;
        double squares = 0;
        double exact = 0;
        double near = 0;
        double inside = 0;
        double global = 0;
        double globalNear = 0;
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Ability ability = results.get(i).ability;
            answers += results.get(i).answers;
            shortest = Math.min(shortest, results.get(i).answers);
            longest = Math.max(longest, results.get(i).answers);
            int pix = 0;
            for (Competence c : Competence.values()) {
                double theta = people.get(i)[c.ordinal()];
                pix += Levels.pix(theta);
                if (!form.scope().contains(c)) continue;
                double error = ability.mean(c) - theta;
                squares += error * error;
                int away = Math.abs(Levels.level(ability.mean(c)) - Levels.level(theta));
                if (away == 0) exact++;
                if (away <= 1) near++;
                Levels.Interval interval = Levels.interval(ability.mean(c), ability.variance(c));
                double level = Levels.continuous(theta);
                if (interval.low() <= level && level <= interval.high()) inside++;
            }
            int away = Math.abs(Levels.global(Levels.totalPix(ability)) - Levels.global(pix));
            if (away == 0) global++;
            if (away <= 1) globalNear++;
        }
        double cases = (double) PEOPLE * form.scope().size();
        boolean all = form.scope().size() == Prior.DIMENSIONS;
        table.row(bank, name, String.format(Locale.ROOT, "%.1f", answers / PEOPLE), shortest + " to " + longest,
                Math.sqrt(squares / cases), exact / cases, near / cases, inside / cases,
                all ? global / PEOPLE : Double.NaN, all ? globalNear / PEOPLE : Double.NaN);
        if (bank.startsWith("the product's")) {
            context.report().put("forms/product/" + name.replace(", ", "-").replace(' ', '-') + "/rmse", Math.sqrt(squares / cases));
            context.report().put("forms/product/" + name.replace(", ", "-").replace(' ', '-') + "/level", exact / cases);
        }
        if (bank.startsWith("authors")) context.report().put("forms/" + name.replace(", ", "-").replace(' ', '-') + "/level", exact / cases);
    }
}
