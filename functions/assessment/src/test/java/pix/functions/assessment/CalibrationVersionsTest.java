package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.assessment.World.LEARNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.bank.Item;
import pix.calibration.Calibrations.Made;
import pix.calibration.Calibrations.Progress;
import pix.calibration.Totals;
import pix.calibration.Version;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.SmallBank;

/** What a night learns is a version: who sees it, who switches it on, and what that leaves as it was. */
class CalibrationVersionsTest {
    private static final Item ITEM = SmallBank.untimed().items().getFirst();

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_everybody_gets_right_is_thought_easier() {
        world.practised("1.1", "right");
        world.night();
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
        world.night();
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
}
