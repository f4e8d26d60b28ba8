package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.assessment.World.LEARNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.ability.Ability;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.calibration.Calibrations.Progress;
import pix.calibration.Counts;
import pix.calibration.ItemCounts;
import pix.calibration.Totals;
import pix.calibration.Version;
import pix.embedded.Call;
import pix.embedded.Flaky;
import pix.embedded.SmallBank;
import pix.framework.Competence;

/** What the nights count, whoever runs them and wherever they are killed. */
class CalibrationTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void counts_every_finished_test_once_and_nothing_that_is_not_finished() {
        world.practised("1.1", "right");
        world.practised("2.2", "wrong");
        world.startPractice("3.4");
        world.night();

        JsonNode first = world.calibrate();
        String counted = counts();
        JsonNode second = world.calibrate();

        assertEquals(2, first.path("tests").asInt());
        assertEquals(1, first.path("version").asInt());
        assertTrue(first.path("finished").asBoolean());
        assertEquals(0, second.path("tests").asInt());
        assertEquals(counted, counts());
        assertEquals(2, totals().tests());
    }

    @Test
    void a_test_finished_an_instant_ago_waits_for_the_next_night() {
        world.practised("1.1", "right");

        assertEquals(0, world.calibrate().path("tests").asInt());
        world.night();

        assertEquals(1, world.calibrate().path("tests").asInt());
    }

    @Test
    void nights_add_up() {
        world.practised("1.1", "right");
        world.night();
        world.calibrate();
        double before = asked();
        world.practised("1.1", "wrong");
        int more = answers(2);
        world.night();

        world.calibrate();

        assertEquals(2, totals().tests());
        assertEquals(before + more, asked(), 1e-9);
        assertEquals(List.of(2, 1), world.calibrations.latest(9).stream().map(Version::number).toList());
    }

    @Test
    void a_night_without_tests_makes_no_version_and_keeps_the_counts() {
        world.practised("1.1", "right");
        world.night();
        world.calibrate();
        String counted = counts();
        world.night();

        world.calibrate();

        assertEquals(counted, counts());
        assertEquals(1, world.calibrations.latest(9).size());
    }

    @Test
    void runs_at_once_count_each_test_once() throws Exception {
        for (String competence : List.of("1.1", "2.2", "3.4", "5.1")) world.practised(competence, "right");
        world.night();
        List<Callable<JsonNode>> runs = IntStream.range(0, 5).<Callable<JsonNode>>mapToObj(i -> world::calibrate).toList();

        int tests;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            tests = pool.invokeAll(runs).stream().mapToInt(f -> f.resultNow().path("tests").asInt()).sum();
        }

        assertEquals(4, tests);
        assertEquals(4, totals().tests());
        assertEquals(IntStream.rangeClosed(1, 4).map(this::answers).sum(), asked(), 1e-9);
    }

    @Test
    void wherever_a_run_is_killed_the_next_one_leaves_the_same_counts() {
        world.calibrate();
        for (String competence : List.of("1.1", "2.2", "3.4")) world.practised(competence, "wrong");
        world.night();
        // Each run dies a call later than the one before, until one comes through.
        int calls = 0;
        while (killedAfter(calls)) calls++;
        assertTrue(calls > 100, "a run made " + calls + " calls");
        String counted = counts();

        try (World untroubled = new World()) {
            untroubled.calibrate();
            for (String competence : List.of("1.1", "2.2", "3.4")) untroubled.practised(competence, "wrong");
            untroubled.night();
            untroubled.calibrate();

            assertEquals(counts(untroubled), counted);
        }
        assertEquals(0, world.calibrate().path("tests").asInt());
        assertEquals(1, world.calibrations.latest(9).size());
    }

    @Test
    void wherever_the_very_first_run_is_killed_the_next_one_leaves_the_same_counts() {
        world.practised("1.1", "wrong");
        world.night();
        // An odd step, so that the call it dies on reaches the store in every other run.
        int calls = 0;
        while (killedAfter(calls)) calls += 61;
        assertTrue(calls > 300, "a run made " + calls + " calls");
        String counted = counts();

        try (World untroubled = new World()) {
            untroubled.practised("1.1", "wrong");
            untroubled.night();
            untroubled.calibrate();

            assertEquals(counts(untroubled), counted);
        }
        assertEquals(1, totals().tests());
        assertEquals(0, world.calibrate().path("tests").asInt());
    }

    @Test
    void reads_each_answer_in_the_light_of_the_finished_test_and_none_that_was_withdrawn() {
        JsonNode started = world.startPractice("1.1");
        Examiner examiner = new Examiner(SmallBank.untimed());
        Turn replaced = examiner.replace(world.assessments.last("assessment-1").orElseThrow(), world.now.get());
        assertTrue(world.assessments.append(replaced));
        JsonNode another = Call.of("next-question").path("id", "assessment-1").by(LEARNER, "lea").to(world.next).json();
        JsonNode reply = world.answer(started, another, "right").json();
        for (int n = 0; reply.has("question"); n++) {
            reply = world.answer(started, reply.path("question"), n % 2 == 0 ? "wrong" : "right").json();
        }
        world.night();

        world.calibrate();

        List<Turn> answered = world.assessments.turns("assessment-1").stream().filter(t -> t.sequence() > 1).toList();
        List<Observation> observations = examiner.observations(answered);
        Counts expected = new Counts();
        expected.add("assessment-1", Ability.ofAll(Prior.standard(), observations), answered.stream()
                .map(turn -> turn.answered().orElseThrow())
                .map(a -> new Counts.Answered(a.itemKey(), Competence.SEARCH, a.score()))
                .toList());
        assertEquals(world.assessments.last("assessment-1").orElseThrow().answers(), answered.size());
        assertTrue(bits(expected.items()).equals(counts()), "not the counts of the finished test");
        assertFalse(expected.items().containsKey(replaced.withdrawn()[0]));
    }

    /** Whether a run dies on the call after so many, which alternately reaches the store or not. */
    private boolean killedAfter(int calls) {
        Flaky line = new Flaky(world.store.client(), calls, calls % 2 == 0);
        try {
            Call.of("calibrate-bank").to(world.calibrate(line));
        } catch (IllegalStateException e) {
            assertTrue(line.died());
        }
        return line.died();
    }

    private Totals totals() {
        return totals(world);
    }

    private static Totals totals(World world) {
        Progress progress = world.calibrations.progress().orElseThrow();
        return world.calibrations.totals(progress);
    }

    private String counts() {
        return counts(world);
    }

    /** Every bit of the counts. */
    private static String counts(World world) {
        return bits(totals(world).items());
    }

    private static String bits(Map<Integer, ItemCounts> all) {
        Map<Integer, String> items = new TreeMap<>();
        all.forEach((key, counts) -> items.put(key, HexFormat.of().formatHex(counts.toBytes())));
        return items.toString();
    }

    private double asked() {
        return totals().items().values().stream().mapToDouble(c -> c.answers()).sum();
    }

    private int answers(int assessment) {
        return world.assessments.turns("assessment-" + assessment).size() - 1;
    }
}
