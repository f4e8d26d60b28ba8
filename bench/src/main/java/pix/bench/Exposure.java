package pix.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import pix.ability.Ability;
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
    /** Certifications between two nights, where eligibilities come from each night's counts as in the product. */
    private static final int A_DAY = 200;
    private static final int LENGTH = 32;
    /** A cheater has seen the tests of so many others. */
    private static final int FRIENDS = 10;
    private static final int PEOPLE = 2000;

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
                new Control("none", Simulation.UNBALANCED, 1, 1, 0, ""),
                new Control("eligibility .21", Simulation.UNBALANCED, 1, .21, 0, "dig960"),
                new Control("the same, night by night", Simulation.UNBALANCED, 1, .21, A_DAY, "nightly/dig960"),
                new Control("eligibility .20, content balanced", 1, 1, .20, 0, ""),
                new Control("as certification: balanced, spread", 1, 20, 1, 0, "")));
        bank(context, table, "dig10k", List.of(
                new Control("none", Simulation.UNBALANCED, 1, 1, 0, ""),
                new Control("as certification: balanced, spread", 1, 20, 1, 0, ""),
                new Control("the same, eligibility .045", 1, 20, .045, 0, "dig10k"),
                new Control("the same, eligibility .045 night by night", 1, 20, .045, A_DAY, "nightly/dig10k")));
        Crowd everybody = new Crowd(Prior.standard(), .58, .12, Synthetic.people(PEOPLE, SEED, .58, .12, 0));
        ItemPool own = ItemPool.of(Product.items());
        run(context, table, "the product's own", own, everybody, new Control("certification, none", 1, 20, 1, 0, ""));
        run(context, table, "the product's own", own, everybody,
                new Control("certification, eligibility .20 night by night", 1, 20, .2, A_DAY, "nightly/product"));
        context.report().table(table);
    }

    /**
     * A way of limiting exposure.
     *
     * @param cap 1 is none
     * @param aDay people between two nights; 0 where eligibilities are found beforehand and then stay
     * @param reported its place in measurement.json, empty for none
     */
    private record Control(String name, int balance, int spread, double cap, int aDay, String reported) {}

    /** People, how their abilities hang together, and what is assumed of that. */
    private record Crowd(Prior prior, double generalShare, double areaShare, List<double[]> people) {
        List<double[]> others(long seed, int count) {
            return Synthetic.people(count, seed, generalShare, areaShare, 0);
        }
    }

    private static void bank(Context context, Table table, String name, List<Control> controls) {
        context.data().bank(name).ifPresentOrElse(
                items -> {
                    List<double[]> people = context.data().simulees().orElseThrow().stream()
                            .filter(s -> s.group() == 0)
                            .map(s -> DoubleStream.generate(s::theta).limit(Prior.DIMENSIONS).toArray())
                            .toList();
                    Crowd crowd = new Crowd(Prior.withCorrelation(1), 1, 0, people);
                    controls.forEach(control -> run(context, table, name, ItemPool.of(items), crowd, control));
                },
                () -> context.report().note("Exposure, " + name + ": left out, its bank is not in the data folder."));
    }

    private static void run(Context context, Table table, String name, ItemPool pool, Crowd crowd, Control control) {
        Form form = Simulation.fixed(Simulation.everything(), LENGTH, control.balance, control.spread);
        int count = crowd.people.size();
        int aDay = control.aDay == 0 ? count : control.aDay;
        Eligibility eligibility = rehearse(context, pool, form, crowd, control);
        Luck luck = new Luck(SEED);
        List<Selector> ofDay = new ArrayList<>();
        List<Sitting> honest = new ArrayList<>();
        for (int first = 0; first < count; first += aDay) {
            Selector selector = new Selector(pool, eligibility);
            int from = first;
            List<Sitting> day = Simulation.people(Math.min(aDay, count - from), context.progress(), i ->
                    sit(pool, selector, form, crowd, from + i, Simulation.ties(from + i), luck, Set.of()));
            ofDay.add(selector);
            honest.addAll(day);
            if (control.cap < 1) eligibility = eligibility.after(asked(pool, day), day.size(), control.cap);
        }
        List<Double> gains = Simulation.people(count, context.progress(), i -> {
            Sitting cheat = sit(pool, ofDay.get(i / aDay), form, crowd, i, Simulation.ties(~i), luck, known(honest, i));
            return mean(cheat, pool) - mean(honest.get(i), pool);
        });
        Errors errors = new Errors();
        for (int i = 0; i < count; i++) {
            Ability ability = honest.get(i).scored(pool, LENGTH);
            for (Competence c : Competence.values()) errors.add(ability.mean(c), crowd.people.get(i)[c.ordinal()], 1);
        }
        int[] asked = asked(pool, honest);
        double pairs = 0;
        int most = 0;
        int used = 0;
        for (int times : asked) {
            pairs += times * (times - 1.0);
            most = Math.max(most, times);
            if (times > 0) used++;
        }
        double people = count;
        double overlap = pairs / (people * (people - 1) * LENGTH);
        double gain = gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        table.row(name, control.name, errors.rmse(), most / people, overlap, used + " of " + pool.size(), gain);
        if (control.reported.isEmpty()) return;
        String place = "exposure/" + control.reported;
        context.report().put(place + "/max", most / people);
        context.report().put(place + "/overlap", overlap);
        context.report().put(place + "/rmse32", errors.rmse());
        context.report().put(place + "/cheaterGain", gain);
    }

    private static double mean(Sitting sitting, ItemPool pool) {
        Ability ability = sitting.scored(pool, LENGTH);
        return Arrays.stream(Competence.values()).mapToDouble(ability::mean).average().orElseThrow();
    }

    /** Eligibilities after some nights of use that began with everything eligible, by people made up for the purpose. */
    private static Eligibility rehearse(Context context, ItemPool pool, Form form, Crowd crowd, Control control) {
        Eligibility eligibility = Eligibility.everything();
        if (control.cap >= 1) return eligibility;
        int aNight = control.aDay == 0 ? REHEARSING : control.aDay;
        for (int night = 0; night < REHEARSALS; night++) {
            Selector selector = new Selector(pool, eligibility);
            Crowd others = new Crowd(crowd.prior, 0, 0, crowd.others(REHEARSAL_SEED + night, aNight));
            Luck luck = new Luck(REHEARSAL_SEED + night);
            long tests = Luck.mix(night);
            List<Sitting> sittings = Simulation.people(aNight, context.progress(), i ->
                    sit(pool, selector, form, others, i, Luck.mix(tests + i), luck, Set.of()));
            eligibility = eligibility.after(asked(pool, sittings), aNight, control.cap);
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
            ItemPool pool, Selector selector, Form form, Crowd crowd, int person, long ties, Luck luck, Set<Integer> known) {
        double[] theta = crowd.people.get(person);
        return Sitting.run(pool, selector, form, crowd.prior, ties, (key, item) -> known.contains(key)
                || luck.at(person, key) < item.parameters().probability(theta[item.competence().ordinal()]) ? 1 : 0);
    }
}
