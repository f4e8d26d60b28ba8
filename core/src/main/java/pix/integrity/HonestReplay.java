package pix.integrity;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Observation;
import pix.ability.Response;

/**
 * How unexpected a person's right and wrong answers are, beside honest people of the same abilities who are asked the same
 * questions: where {@link SimulatedNull} compares with people who took the same form, this one replays the very test. The
 * abilities were estimated from the real answers, so that these fit a little better than replayed ones: fewer honest
 * people stand out than the share says, never more.
 */
public final class HonestReplay {
    private static final int PEOPLE = 1000;

    private HonestReplay() {}

    /**
     * @param answers of a whole test
     * @param ability what they say together
     * @param seed the same seed gives the same share, so that a result can be checked years later
     * @return the share of honest people whose answers fit as badly or worse, between 0 and 1, neither included
     */
    public static double shareBelow(List<Observation> answers, Ability ability, long seed) {
        double[] abilities = answers.stream().mapToDouble(a -> ability.mean(a.competence())).toArray();
        List<Response> real = answers.stream().map(a -> new Response(a.item(), a.score())).toList();
        double fit = PersonFit.of(real, abilities, 0).lz();
        SplittableRandom luck = new SplittableRandom(seed);
        long below = IntStream.range(0, PEOPLE)
                .filter(person -> PersonFit.of(replay(real, abilities, luck), abilities, 0).lz() <= fit)
                .count();
        return (below + .5) / (PEOPLE + 1.0);
    }

    private static List<Response> replay(List<Response> real, double[] abilities, SplittableRandom luck) {
        return IntStream.range(0, abilities.length)
                .mapToObj(n -> {
                    ItemParameters item = real.get(n).item();
                    return new Response(item, luck.nextDouble() < item.probability(abilities[n]) ? 1 : 0);
                })
                .toList();
    }
}
