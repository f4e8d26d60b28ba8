package pix.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pix.ability.Ability;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.ability.Response;
import pix.selection.Decision;
import pix.selection.Form;
import pix.selection.ItemPool;
import pix.selection.PoolItem;
import pix.selection.Selector;
import pix.selection.Situation;

/**
 * One simulated test, answer by answer, as the product runs it: decide, answer, observe.
 *
 * @param keys what was asked, in order
 * @param scores what came of it
 * @param abilities what was known after each answer; the first is the prior
 */
record Sitting(int[] keys, double[] scores, List<Ability> abilities) {
    /** How a person answers. */
    interface Answers {
        double score(int key, PoolItem item);
    }

    /** Runs a form to its end. */
    static Sitting run(ItemPool pool, Selector selector, Form form, Prior prior, long seed, Answers answers) {
        int[] keys = new int[16];
        double[] scores = new double[16];
        List<Ability> abilities = new ArrayList<>();
        Ability ability = Ability.of(prior);
        abilities.add(ability);
        int n = 0;
        while (selector.decide(form, new Situation(ability, Arrays.copyOf(keys, n), seed))
                instanceof Decision.Ask(int key)) {
            PoolItem item = pool.item(pool.indexOf(key).orElseThrow());
            if (n == keys.length) {
                keys = Arrays.copyOf(keys, 2 * n);
                scores = Arrays.copyOf(scores, 2 * n);
            }
            keys[n] = key;
            scores[n] = answers.score(key, item);
            ability = ability.observe(item.competence(), item.parameters(), scores[n]);
            abilities.add(ability);
            n++;
        }
        return new Sitting(Arrays.copyOf(keys, n), Arrays.copyOf(scores, n), abilities);
    }

    int length() {
        return keys.length;
    }

    /** What was known after so many answers, or at the end of a shorter test. */
    Ability after(int answers) {
        return abilities.get(Math.min(answers, abilities.size() - 1));
    }

    Ability last() {
        return abilities.getLast();
    }

    /** The first so many answers as answers about one single ability. */
    List<Response> responses(ItemPool pool, int answers) {
        return observations(pool, answers).stream().map(o -> new Response(o.item(), o.score())).toList();
    }

    /** The first so many answers. */
    List<Observation> observations(ItemPool pool, int answers) {
        List<Observation> observations = new ArrayList<>();
        for (int n = 0; n < Math.min(answers, keys.length); n++) {
            PoolItem item = pool.item(pool.indexOf(keys[n]).orElseThrow());
            observations.add(new Observation(item.competence(), item.parameters(), scores[n]));
        }
        return observations;
    }

    /** What is known after so many answers weighed together, as a finished test is scored. */
    Ability scored(ItemPool pool, int answers) {
        return Ability.ofAll(abilities.getFirst().prior(), observations(pool, answers));
    }
}
