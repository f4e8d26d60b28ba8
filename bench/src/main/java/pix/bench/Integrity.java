package pix.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import pix.ability.Ability;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.ability.Response;
import pix.bench.Report.Table;
import pix.framework.Competence;
import pix.integrity.PersonFit;
import pix.integrity.ResponseTimes;
import pix.integrity.ResponseTimes.ItemTime;
import pix.integrity.ResponseTimes.Timed;
import pix.integrity.SimulatedNull;
import pix.integrity.SimulatedNull.Draw;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.Selector;

/** How often honest people are flagged in a certification, and how often others. */
final class Integrity implements Study {
    private static final long SEED = 20261220;
    private static final int REFERENCE = 40_000;
    private static final int HONEST = 10_000;
    private static final int CHEATERS = 2000;
    private static final double ACCEPTED = .01;
    /** The first percentile of the standard normal distribution. */
    private static final double TEXTBOOK = -2.3263478740408408;
    /** Of the people's speed, in logarithms of seconds. */
    private static final double SPEED_DEVIATION = .3;

    @Override
    public String title() {
        return "integrity";
    }

    private record Person(Draw lz, Draw lzStar, double timeShare, boolean rapid) {}

    /** What a dishonest person does: knows a share of the items beforehand, answers them fast, or guesses at random. */
    private record Conduct(String name, double known, double guessed) {}

    @Override
    public void run(Context context) {
        ItemPool pool = ItemPool.of(Synthetic.authored(8)).prepared();
        Conduct honesty = new Conduct("honest", 0, 0);
        List<Person> reference = simulate(context, pool, honesty, REFERENCE, SEED);
        SimulatedNull lz = SimulatedNull.of(reference.stream().map(Person::lz).toList());
        SimulatedNull lzStar = SimulatedNull.of(reference.stream().map(Person::lzStar).toList());
        Table table = new Table("integrity", "Flagged at an accepted false alarm rate of 1 %, certification of 32 answers",
                "people", "lz, textbook", "lz* textbook", "lz, simulated null", "lz* simulated null", "times", "3 rapid guesses or more");
        List<Person> honest = simulate(context, pool, honesty, HONEST, SEED + 1);
        double[] rates = row(table, honesty, honest, lz, lzStar);
        for (Conduct conduct : List.of(
                new Conduct("knows a quarter of the items", .25, 0),
                new Conduct("knows half of the items", .5, 0),
                new Conduct("guesses a quarter without reading", 0, .25))) {
            row(table, conduct, simulate(context, pool, conduct, CHEATERS, SEED + 2), lz, lzStar);
        }
        context.report().table(table);
        context.report().put("integrity/falseAlarmsLz", rates[0]);
        context.report().put("integrity/falseAlarmsLzStar", rates[1]);
        context.report().put("integrity/falseAlarmsTimes", rates[2]);
    }

    private static double[] row(Table table, Conduct conduct, List<Person> people, SimulatedNull lz, SimulatedNull lzStar) {
        double byLz = share(people, p -> lz.shareBelow(p.lz.ability(), p.lz.statistic()) < ACCEPTED);
        double byLzStar = share(people, p -> lzStar.shareBelow(p.lzStar.ability(), p.lzStar.statistic()) < ACCEPTED);
        double byTime = share(people, p -> p.timeShare < ACCEPTED);
        table.row(conduct.name,
                share(people, p -> p.lz.statistic() < TEXTBOOK), share(people, p -> p.lzStar.statistic() < TEXTBOOK),
                byLz, byLzStar, byTime, share(people, Person::rapid));
        return new double[] {byLz, byLzStar, byTime};
    }

    private static double share(List<Person> people, Predicate<Person> flagged) {
        return (double) people.stream().filter(flagged).count() / people.size();
    }

    private static List<Person> simulate(Context context, ItemPool pool, Conduct conduct, int count, long seed) {
        List<double[]> people = Synthetic.people(count, seed, .58, .12, 0);
        Selector selector = new Selector(pool);
        return Simulation.people(count, context.progress(), i -> {
            Random luck = new Random(Luck.mix(seed * 31 + i));
            double speed = SPEED_DEVIATION * luck.nextGaussian();
            double[] theta = people.get(i);
            List<Timed> times = new ArrayList<>();
            int[] rapid = new int[1];
            Sitting sitting = Sitting.run(pool, selector, Form.certification(), Prior.standard(), Luck.mix(seed + i), (key, item) -> {
                double what = luck.nextDouble();
                double usual = 3.2 + .15 * item.parameters().b();
                ItemTime time = new ItemTime(usual, 2);
                double seconds = Math.exp(usual - speed + luck.nextGaussian() / 2);
                double right = item.parameters().probability(theta[item.competence().ordinal()]);
                if (what < conduct.known) {
                    seconds *= .4;
                    right = 1;
                } else if (what < conduct.known + conduct.guessed) {
                    seconds = .5 + 1.5 * luck.nextDouble();
                    right = item.parameters().c();
                }
                times.add(new Timed(time, seconds));
                if (ResponseTimes.rapidGuess(seconds, time.meanSeconds())) rapid[0]++;
                return luck.nextDouble() < right ? 1 : 0;
            });
            return person(pool, sitting, times, rapid[0]);
        });
    }

    private static Person person(ItemPool pool, Sitting sitting, List<Timed> times, int rapid) {
        Ability ability = sitting.scored(pool, sitting.length());
        List<Observation> observations = sitting.observations(pool, sitting.length());
        List<Response> responses = observations.stream().map(o -> new Response(o.item(), o.score())).toList();
        double[] abilities = observations.stream().mapToDouble(o -> ability.mean(o.competence())).toArray();
        double overall = 0;
        for (Competence c : Competence.values()) overall += ability.mean(c) / 16;
        PersonFit fit = PersonFit.of(responses, abilities, 0);
        return new Person(
                new Draw(overall, fit.lz()), new Draw(overall, fit.lzStar()), ResponseTimes.of(times).share(), rapid >= 3);
    }
}
