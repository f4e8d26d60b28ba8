package pix.selection;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.framework.Area;
import pix.framework.Competence;

class SelectorTest {
    private static final Ability START = Ability.of(Prior.standard());
    private static final int[] NOTHING = {};

    /** Five items a level and competence, keys 1000 upwards. */
    static List<PoolItem> items() {
        List<PoolItem> items = new ArrayList<>();
        for (Competence competence : Competence.values()) {
            for (int level = 1; level <= 8; level++) {
                for (int n = 0; n < 5; n++) {
                    items.add(new PoolItem(1000 + items.size(), competence, ItemParameters.ofLevel(level, 4)));
                }
            }
        }
        return items;
    }

    private static int[] with(int[] asked, int key) {
        int[] longer = Arrays.copyOf(asked, asked.length + 1);
        longer[asked.length] = key;
        return longer;
    }

    /** Asks and answers at random until the form stops; returns what was asked. */
    private static List<PoolItem> run(ItemPool pool, Form form, long seed) {
        Selector selector = new Selector(pool);
        Random luck = new Random(seed);
        Ability ability = START;
        int[] asked = NOTHING;
        List<PoolItem> items = new ArrayList<>();
        while (selector.decide(form, new Situation(ability, asked, seed)) instanceof Decision.Ask(int key)) {
            PoolItem item = pool.item(pool.indexOf(key).orElseThrow());
            items.add(item);
            asked = with(asked, key);
            ability = ability.observe(item.competence(), item.parameters(), luck.nextInt(2));
        }
        return items;
    }

    @Test
    void the_same_seed_and_situation_ask_the_same_question() {
        Selector one = new Selector(ItemPool.of(items()));
        Selector other = new Selector(ItemPool.of(items()).prepared());

        for (int seed = 0; seed < 50; seed++) {
            Situation situation = new Situation(START.observe(Competence.SHARE, ItemParameters.ofLevel(4), 1), NOTHING, seed);
            assertEquals(one.decide(Form.placement(), situation), other.decide(Form.placement(), situation));
        }
    }

    @Test
    void ties_are_broken_at_random_over_competences_and_items() {
        Selector selector = new Selector(ItemPool.of(items()));
        Map<Competence, Integer> competences = new EnumMap<>(Competence.class);
        Set<Integer> keys = new HashSet<>();
        ItemPool pool = ItemPool.of(items());

        for (int seed = 0; seed < 1600; seed++) {
            int key = selector.next(Form.certification(), new Situation(START, NOTHING, seed)).orElseThrow();
            keys.add(key);
            competences.merge(pool.item(pool.indexOf(key).orElseThrow()).competence(), 1, Integer::sum);
        }

        // The standard prior gives the five areas different leverage; the area with most competences is best first.
        assertEquals(Set.of(4), Set.copyOf(competences.keySet().stream().map(c -> areaSize(c.area())).toList()));
        competences.values().forEach(n -> assertEquals(1600 / 8, n, 60));
        assertEquals(8 * 5, keys.size());
    }

    private static int areaSize(Area area) {
        return (int) Arrays.stream(Competence.values()).filter(c -> c.area() == area).count();
    }

    @Test
    void never_asks_twice() {
        for (Form form : List.of(Form.placement(), Form.certification(), Form.training(Competence.PRIVACY))) {
            List<PoolItem> asked = run(ItemPool.of(items()), form, 11);
            assertEquals(asked.size(), new HashSet<>(asked).size());
        }
    }

    @Test
    void a_certification_asks_thirty_two_questions_two_a_competence() {
        List<PoolItem> asked = run(ItemPool.of(items()), Form.certification(), 12);

        assertEquals(32, asked.size());
        for (Competence competence : Competence.values()) {
            assertEquals(2, asked.stream().filter(i -> i.competence() == competence).count());
            assertEquals(1, asked.subList(0, 16).stream().filter(i -> i.competence() == competence).count());
        }
    }

    @Test
    void a_placement_keeps_areas_in_balance_and_ends_in_time() {
        List<PoolItem> asked = run(ItemPool.of(items()), Form.placement(), 13);

        assertTrue(asked.size() >= 32 && asked.size() <= 64);
        for (Area area : Area.values()) {
            double share = areaSize(area) / 16.0;
            double count = asked.stream().filter(i -> i.competence().area() == area).count();
            assertTrue(count <= share * asked.size() + 3);
        }
    }

    @Test
    void training_stays_in_its_competence() {
        List<PoolItem> asked = run(ItemPool.of(items()), Form.training(Competence.SECURE), 14);

        assertTrue(asked.size() >= 4 && asked.size() <= 12);
        assertTrue(asked.stream().allMatch(i -> i.competence() == Competence.SECURE));
    }

    @Test
    void stops_where_precision_is_reached() {
        Ability sure = START;
        for (int n = 0; n < 40; n++) sure = sure.observe(Competence.SECURE, new ItemParameters(2, n % 5 - 2), n % 2);
        Form form = Form.training(Competence.SECURE);
        int[] asked = {1000, 1001, 1002, 1003};

        assertEquals(
                new Decision.Stop(StopReason.PRECISION_REACHED),
                new Selector(ItemPool.of(items())).decide(form, new Situation(sure, asked, 1)));
    }

    @Test
    void stops_where_nothing_is_left_to_ask() {
        ItemPool pool = ItemPool.of(items().subList(0, 3));

        assertEquals(
                new Decision.Stop(StopReason.NOTHING_INFORMATIVE),
                new Selector(pool).decide(Form.certification(), new Situation(START, new int[] {1000, 1001, 1002}, 1)));
        assertTrue(new Selector(pool).next(Form.training(Competence.SECURE), new Situation(START, NOTHING, 1)).isEmpty());
    }

    @Test
    void stops_where_what_is_left_would_tell_nothing() {
        List<PoolItem> tooHard = List.of(new PoolItem(1, Competence.SEARCH, new ItemParameters(2, 9)));

        assertEquals(
                new Decision.Stop(StopReason.NOTHING_INFORMATIVE),
                new Selector(ItemPool.of(tooHard)).decide(Form.placement(), new Situation(START, NOTHING, 1)));
    }

    @Test
    void never_asks_an_item_unsuitable_for_the_person_even_where_nothing_else_is_left() {
        List<PoolItem> items = List.of(
                new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4), false, Set.of(), 0b01),
                new PoolItem(2, Competence.SEARCH, ItemParameters.ofLevel(8), false, Set.of(), 0b10));
        Selector selector = new Selector(ItemPool.of(items));

        assertEquals(2, selector.next(Form.placement(), new Situation(START, NOTHING, NOTHING, 0b01, 1)).orElseThrow());
        assertTrue(selector.next(Form.placement(), new Situation(START, NOTHING, NOTHING, 0b11, 1)).isEmpty());
    }

    @Test
    void enemies_exclude_each_other_both_ways() {
        List<PoolItem> items = List.of(
                new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4), false, Set.of(2), 0),
                new PoolItem(2, Competence.SHARE, ItemParameters.ofLevel(4)));
        Selector selector = new Selector(ItemPool.of(items));

        assertTrue(selector.next(Form.placement(), new Situation(START, new int[] {1}, 1)).isEmpty());
        assertTrue(selector.next(Form.placement(), new Situation(START, new int[] {2}, 1)).isEmpty());
    }

    @Test
    void two_timed_items_follow_each_other_only_where_there_is_no_other() {
        PoolItem first = new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4), true, Set.of(), 0);
        PoolItem timed = new PoolItem(2, Competence.SEARCH, ItemParameters.ofLevel(5), true, Set.of(), 0);
        PoolItem untimed = new PoolItem(3, Competence.SEARCH, ItemParameters.ofLevel(7));
        Situation situation = new Situation(START, new int[] {1}, 1);

        assertEquals(3, next(List.of(first, timed, untimed), situation));
        assertEquals(2, next(List.of(first, timed), situation));
    }

    @Test
    void items_of_earlier_assessments_are_avoided_as_long_as_there_are_others() {
        PoolItem known = new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4));
        PoolItem fresh = new PoolItem(2, Competence.SEARCH, ItemParameters.ofLevel(7));
        Situation situation = new Situation(START, NOTHING, new int[] {1}, 0, 1);

        assertEquals(2, next(List.of(known, fresh), situation));
        assertEquals(1, next(List.of(known), situation));
    }

    private static int next(List<PoolItem> items, Situation situation) {
        return new Selector(ItemPool.of(items)).next(Form.placement(), situation).orElseThrow();
    }

    @Test
    void keys_the_pool_no_longer_has_still_count_as_answers() {
        Situation situation = new Situation(START, new int[] {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}, 1);

        assertEquals(
                new Decision.Stop(StopReason.MAXIMUM_LENGTH),
                new Selector(ItemPool.of(items())).decide(Form.training(Competence.SHARE), situation));
    }

    @Test
    void an_ineligible_item_is_asked_only_where_no_other_is_left() {
        List<PoolItem> items = List.of(
                new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(5)),
                new PoolItem(2, Competence.SEARCH, ItemParameters.ofLevel(8)));
        Selector selector = new Selector(ItemPool.of(items), Eligibility.of(new float[] {0}));

        assertEquals(2, selector.next(Form.placement(), new Situation(START, NOTHING, 1)).orElseThrow());
        assertEquals(1, selector.next(Form.placement(), new Situation(START, new int[] {2}, 1)).orElseThrow());
    }

    @Test
    void eligibility_falls_where_an_item_was_asked_too_often_and_recovers_where_it_was_not() {
        Eligibility first = Eligibility.everything().after(new int[] {8000, 1000, 0}, 10_000, .2);
        Eligibility second = first.after(new int[] {0, 1000, 0}, 10_000, .2);

        assertEquals(.5, first.probability(0), .01);
        assertEquals(1, first.probability(1));
        assertEquals(1, first.probability(2));
        assertEquals(1, second.probability(0), 1e-6);
        int allowed = 0;
        for (int seed = 0; seed < 10_000; seed++) if (first.allows(Eligibility.luck(seed), 0)) allowed++;
        assertEquals(5000, allowed, 150);
    }

    @Test
    void a_handful_of_assessments_hardly_changes_what_is_eligible() {
        Eligibility before = Eligibility.of(new float[] {1, .5f});

        Eligibility after = before.after(new int[] {1, 0}, 1, .2);

        assertEquals(1, after.probability(0), .02);
        assertEquals(.5, after.probability(1), .01);
        assertEquals(before, before.after(new int[] {0, 0}, 0, .2));
    }

    @Test
    void finds_the_best_item_as_a_full_search_does() {
        Random luck = new Random(21);
        List<PoolItem> items = new ArrayList<>();
        for (int n = 0; n < 3000; n++) {
            items.add(new PoolItem(n, Competence.SEARCH, new ItemParameters(.5 + 1.5 * luck.nextDouble(), 6 * luck.nextDouble() - 3)));
        }
        ItemPool pool = ItemPool.of(items);
        Selector selector = new Selector(pool);
        Form form = Form.training(Competence.SEARCH).withSpread(1);
        double lost = 0;
        int steps = 0;
        for (int person = 0; person < 20; person++) {
            Ability ability = START;
            int[] asked = NOTHING;
            for (int n = 0; n < 12; n++) {
                int key = selector.next(form, new Situation(ability, asked, person)).orElseThrow();
                double most = 0;
                for (int i = 0; i < pool.size(); i++) {
                    int candidate = i;
                    if (Arrays.stream(asked).anyMatch(k -> k == candidate)) continue;
                    most = Math.max(most, pool.promise(i, ability.mean(Competence.SEARCH), ability.variance(Competence.SEARCH)));
                }
                lost += 1 - pool.promise(key, ability.mean(Competence.SEARCH), ability.variance(Competence.SEARCH)) / most;
                steps++;
                ability = ability.observe(Competence.SEARCH, items.get(key).parameters(), luck.nextInt(2));
                asked = with(asked, key);
            }
        }

        assertTrue(lost / steps < .005, "lost " + lost / steps);
    }

    @Test
    void a_pool_refuses_two_items_with_one_key() {
        PoolItem item = new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4));

        assertThrows(IllegalArgumentException.class, () -> ItemPool.of(List.of(item, item)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PoolItem(1, Competence.SEARCH, ItemParameters.ofLevel(4), false, Set.of(1), 0));
    }
}
