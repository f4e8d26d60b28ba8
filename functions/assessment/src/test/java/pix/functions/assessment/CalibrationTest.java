package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.assessment.World.LEARNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import pix.bank.Item;
import pix.calibration.Calibrations.Made;
import pix.calibration.Calibrations.Progress;
import pix.calibration.Counts;
import pix.calibration.ItemCounts;
import pix.calibration.Totals;
import pix.calibration.Version;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.Flaky;
import pix.embedded.SmallBank;
import pix.framework.Competence;

class CalibrationTest {
    private static final Item ITEM = SmallBank.untimed().items().getFirst();
    private static final Duration NIGHT = Duration.ofHours(12);

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
        night();

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
        night();

        assertEquals(1, world.calibrate().path("tests").asInt());
    }

    @Test
    void nights_add_up() {
        world.practised("1.1", "right");
        night();
        world.calibrate();
        double before = asked();
        world.practised("1.1", "wrong");
        int more = answers(2);
        night();

        world.calibrate();

        assertEquals(2, totals().tests());
        assertEquals(before + more, asked(), 1e-9);
        assertEquals(List.of(2, 1), world.calibrations.latest(9).stream().map(Version::number).toList());
    }

    @Test
    void a_night_without_tests_makes_no_version_and_keeps_the_counts() {
        world.practised("1.1", "right");
        night();
        world.calibrate();
        String counted = counts();
        night();

        world.calibrate();

        assertEquals(counted, counts());
        assertEquals(1, world.calibrations.latest(9).size());
    }

    @Test
    void runs_at_once_count_each_test_once() throws Exception {
        for (String competence : List.of("1.1", "2.2", "3.4", "5.1")) world.practised(competence, "right");
        night();
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
        night();
        // Each run dies a call later than the one before, until one comes through.
        int calls = 0;
        while (killedAfter(calls)) calls++;
        assertTrue(calls > 100, "a run made " + calls + " calls");
        String counted = counts();

        try (World untroubled = new World()) {
            untroubled.calibrate();
            for (String competence : List.of("1.1", "2.2", "3.4")) untroubled.practised(competence, "wrong");
            untroubled.now.updateAndGet(t -> t.plus(NIGHT));
            untroubled.calibrate();

            assertEquals(counts(untroubled), counted);
        }
        assertEquals(0, world.calibrate().path("tests").asInt());
        assertEquals(1, world.calibrations.latest(9).size());
    }

    @Test
    void wherever_the_very_first_run_is_killed_the_next_one_leaves_the_same_counts() {
        world.practised("1.1", "wrong");
        night();
        // An odd step, so that the call it dies on reaches the store in every other run.
        int calls = 0;
        while (killedAfter(calls)) calls += 61;
        assertTrue(calls > 300, "a run made " + calls + " calls");
        String counted = counts();

        try (World untroubled = new World()) {
            untroubled.practised("1.1", "wrong");
            untroubled.now.updateAndGet(t -> t.plus(NIGHT));
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
        night();

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

    @Test
    void what_everybody_gets_right_is_thought_easier() {
        world.practised("1.1", "right");
        night();
        world.calibrate();

        Version version = world.calibrations.find(1).orElseThrow();

        assertFalse(version.items().isEmpty());
        version.items().forEach((key, learnt) -> {
            var item = SmallBank.untimed().find(key).orElseThrow();
            assertTrue(learnt.b() < Examiner.parameters(item).b(), item.name());
        });
        assertTrue(version.miss() < version.authorsMiss());
    }

    @Test
    void an_assessment_keeps_to_the_version_it_began_with() {
        JsonNode started = world.startPractice("1.1");
        List<String> undisturbed = trail(started);
        learnSomethingAndSwitchItOn();

        JsonNode again = world.startPractice("1.2");
        world.wire(SmallBank.untimed()); // another process
        world.answerAll(again, "right");

        assertEquals(0, world.assessments.last(started.path("assessmentId").asText()).orElseThrow().terms().calibration());
        assertEquals(undisturbed, trailOf(started));
        for (Turn turn : world.assessments.turns(again.path("assessmentId").asText())) assertEquals(1, turn.terms().calibration());
    }

    @Test
    void a_version_switched_on_in_the_middle_changes_no_answer_and_costs_none_a_read() {
        JsonNode started = world.startPlacement().json();
        Answer first = world.answer(started, started.path("question"), "right");
        learnSomethingAndSwitchItOn();

        Answer second = world.answer(started, first.json().path("question"), "wrong");
        JsonNode other = world.startPractice("4.1");
        world.answer(other, other.path("question"), "right");
        JsonNode question = Call.of("next-question").path("id", other.path("assessmentId").asText()).by(LEARNER, "lea")
                .to(world.next).json();
        Answer warm = world.answer(other, question, "right");

        World.assertUnits(second, 1, 1);
        World.assertUnits(warm, 1, 1);
        assertEquals(0, world.assessments.last("assessment-1").orElseThrow().terms().calibration());
    }

    @Test
    void the_operator_sees_what_a_version_changes_and_may_go_back() {
        aVersionThatMoves(ITEM, -1);

        JsonNode before = asOperator(Call.of("list-calibrations")).to(world.listCalibrations).json();
        JsonNode after = asOperator(Call.of("activate-calibration")).to(world.activateCalibration).json();
        JsonNode back = asOperator(Call.of("activate-calibration").path("version", "0")).to(world.activateCalibration).json();

        JsonNode version = before.path("calibrations").path(0);
        assertEquals(0, before.path("active").asInt());
        assertEquals(1, version.path("version").asInt());
        assertEquals(1, version.path("moved").asInt());
        JsonNode move = version.path("moves").path(0);
        assertEquals(ITEM.name(), move.path("item").asText());
        assertEquals("1.1", move.path("competence").asText());
        assertEquals(-1, move.path("to").asDouble() - move.path("from").asDouble(), .002);
        assertEquals(1, after.path("active").asInt());
        assertEquals(0, after.path("calibrations").path(0).path("moved").asInt(), "nothing moves from a version to itself");
        assertEquals(0, back.path("active").asInt());
    }

    @Test
    void nobody_else_sees_or_switches_anything() {
        for (Answer answer : List.of(
                Call.of("list-calibrations").inGroups().to(world.listCalibrations),
                Call.of("activate-calibration").path("version", "0").inGroups().to(world.activateCalibration))) {
            assertEquals(403, answer.status());
        }
        for (String unknown : List.of("7", "-1", "first", "99999999999")) {
            assertEquals(404, asOperator(Call.of("activate-calibration").path("version", unknown)).to(world.activateCalibration).status());
        }
        assertEquals(0, world.calibrations.active());
    }

    private void aVersionThatMoves(Item item, float by) {
        float b = (float) Examiner.parameters(item).b() + by;
        Progress beginning = Progress.beginning(world.now.get());
        Progress to = beginning.grown(world.now.get().plusSeconds(3600), 1);
        Version version = new Version(1, world.now.get(), "test", to.countedBefore(), 1, .2, .1,
                Map.of(item.key(), new Version.Learnt(1.2f, b, 40, 1)));
        assertTrue(world.calibrations.advance(beginning, to, Optional.of(new Made(Totals.none(), version))));
    }

    private void learnSomethingAndSwitchItOn() {
        world.practised("4.3", "right");
        night();
        world.calibrate();
        assertEquals(200, asOperator(Call.of("activate-calibration")).to(world.activateCalibration).status());
    }

    /** What is known after each answer when an assessment is answered to its end. */
    private List<String> trail(JsonNode started) {
        world.answerAll(started, "right");
        List<String> trail = trailOf(started);
        assertNotEquals(trail.getFirst(), trail.getLast());
        return trail;
    }

    private List<String> trailOf(JsonNode started) {
        return world.assessments.turns(started.path("assessmentId").asText()).stream()
                .map(turn -> HexFormat.of().formatHex(turn.sites().toBytes())).toList();
    }

    private static Call asOperator(Call call) {
        return call.by("operator-1", "operator").inGroups("operator");
    }

    private void night() {
        world.now.updateAndGet(t -> t.plus(NIGHT));
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
