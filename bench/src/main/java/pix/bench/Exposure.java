package pix.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pix.ability.Prior;
import pix.bench.Report.Table;
import pix.bench.Simulation.Errors;
import pix.framework.Competence;
import pix.selection.Eligibility;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.Selector;

/** How evenly items are used, what that costs, and what it costs a cheater. */
final class Exposure implements Study {
    private static final long SEED = 20261123;
    private static final long REHEARSAL_SEED = 20261130;
    private static final int REHEARSALS = 20;
    private static final int REHEARSING = 1000;
    private static final int LENGTH = 32;
    /** A cheater has seen the tests of so many others. */
    private static final int FRIENDS = 10;
    private static final Competence ANY = Competence.SEARCH;

    @Override
    public String title() {
        return "exposure";
    }

    @Override
    public void run(Context context) {
        if (context.data().simulees().isEmpty()) {
            context.report().note("Exposure: left out, simulees.csv is not in the data folder.");
            return;
        }
        Table table = new Table("exposure", "Exposure after " + LENGTH + " answers, 2,000 people from N(0, 1)",
                "bank", "control", "RMSE 32", "largest rate", "overlap", "items used", "gain of a cheater");
        bank(context, table, "dig960", List.of(
                new Control("none", Simulation.UNBALANCED, 1, 1, false),
                new Control("eligibility .21", Simulation.UNBALANCED, 1, .21, true),
                new Control("eligibility .20, content balanced", 1, 1, .20, false),
                new Control("as certification: balanced, spread", 1, 20, 1, false)));
        bank(context, table, "dig10k", List.of(
                new Control("none", Simulation.UNBALANCED, 1, 1, false),
                new Control("as certification: balanced, spread", 1, 20, 1, false),
                new Control("the same, eligibility .045", 1, 20, .045, true)));
        context.report().table(table);
    }

    /** A way of limiting exposure; {@code cap} 1 is none, {@code reported} the one of measurement.json. */
    private record Control(String name, int balance, int spread, double cap, boolean reported) {}

    private static void bank(Context context, Table table, String name, List<Control> controls) {
        context.data().bank(name).ifPresentOrElse(
                items -> controls.forEach(control -> run(context, table, name, ItemPool.of(items), control)),
                () -> context.report().note("Exposure, " + name + ": left out, its bank is not in the data folder."));
    }

    private static void run(Context context, Table table, String name, ItemPool pool, Control control) {
        Form form = Simulation.fixed(Simulation.everything(), LENGTH, control.balance, control.spread);
        Selector selector = new Selector(pool, rehearse(context, pool, form, control.cap));
        List<Data.Simulee> simulees =
                context.data().simulees().orElseThrow().stream().filter(s -> s.group() == 0).toList();
        Luck luck = new Luck(SEED);
        List<Sitting> honest = Simulation.people(simulees.size(), context.progress(),
                i -> sit(pool, selector, form, simulees.get(i), Simulation.ties(i), luck, Set.of()));
        List<Double> gains = Simulation.people(simulees.size(), context.progress(), i -> {
            Sitting cheat = sit(pool, selector, form, simulees.get(i), Simulation.ties(~i), luck, known(honest, i));
            return cheat.scored(pool, LENGTH).mean(ANY) - honest.get(i).scored(pool, LENGTH).mean(ANY);
        });
        Errors errors = new Errors();
        for (int i = 0; i < simulees.size(); i++) {
            errors.add(honest.get(i).scored(pool, LENGTH).mean(ANY), simulees.get(i).theta(), 1);
        }
        int[] asked = asked(pool, honest);
        double pairs = 0;
        int most = 0;
        int used = 0;
        for (int count : asked) {
            pairs += count * (count - 1.0);
            most = Math.max(most, count);
            if (count > 0) used++;
        }
        double people = simulees.size();
        double overlap = pairs / (people * (people - 1) * LENGTH);
        double gain = gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        table.row(name, control.name, errors.rmse(), most / people, overlap, used + " of " + pool.size(), gain);
        if (!control.reported) return;
        context.report().put("exposure/" + name + "/max", most / people);
        context.report().put("exposure/" + name + "/overlap", overlap);
        context.report().put("exposure/" + name + "/rmse32", errors.rmse());
        context.report().put("exposure/" + name + "/cheaterGain", gain);
    }

    /** Eligibilities as nights of real use would set them, from people made up for the purpose. */
    private static Eligibility rehearse(Context context, ItemPool pool, Form form, double cap) {
        Eligibility eligibility = Eligibility.everything();
        if (cap >= 1) return eligibility;
        for (int night = 0; night < REHEARSALS; night++) {
            Selector selector = new Selector(pool, eligibility);
            List<double[]> people = Synthetic.people(REHEARSING, REHEARSAL_SEED + night, 1, 0, 0);
            Luck luck = new Luck(REHEARSAL_SEED + night);
            long tests = Luck.mix(night);
            List<Sitting> sittings = Simulation.people(REHEARSING, context.progress(), i ->
                    sit(pool, selector, form, new Data.Simulee(i, people.get(i)[0], 0), Luck.mix(tests + i), luck, Set.of()));
            eligibility = eligibility.after(asked(pool, sittings), REHEARSING, cap);
        }
        return eligibility;
    }

    private static int[] asked(ItemPool pool, List<Sitting> sittings) {
        int[] asked = new int[pool.size()];
        for (Sitting sitting : sittings) {
            for (int key : sitting.keys()) asked[pool.indexOf(key).orElseThrow()]++;
        }
        return asked;
    }

    /** All items that ten other people saw. */
    private static Set<Integer> known(List<Sitting> honest, int cheater) {
        Luck luck = new Luck(SEED + 7);
        Set<Integer> friends = new HashSet<>();
        for (int n = 0; friends.size() < FRIENDS; n++) {
            int friend = (int) (luck.at(cheater, n) * honest.size());
            if (friend != cheater) friends.add(friend);
        }
        Set<Integer> known = new HashSet<>();
        for (int friend : friends) for (int key : honest.get(friend).keys()) known.add(key);
        return known;
    }

    private static Sitting sit(
            ItemPool pool, Selector selector, Form form, Data.Simulee person, long ties, Luck luck, Set<Integer> known) {
        return Sitting.run(pool, selector, form, Prior.withCorrelation(1), ties, (key, item) ->
                known.contains(key) || luck.at(person.number(), key) < item.parameters().probability(person.theta()) ? 1 : 0);
    }
}
