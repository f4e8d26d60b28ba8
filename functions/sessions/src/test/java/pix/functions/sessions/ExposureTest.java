package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.assessment.CalibrateBank;
import pix.assessment.Turn;
import pix.calibration.Calibrations.Made;
import pix.calibration.Calibrations.Progress;
import pix.calibration.Totals;
import pix.calibration.Version;
import pix.calibration.Version.Learnt;
import pix.store.ConsumedUnits;

/** What too many certifications asked is asked less, from the next night on and at no cost to an answer. */
class ExposureTest {
    private static final String LAPTOP = "laptop-0001";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_night_makes_what_a_certification_asked_less_eligible_and_nothing_else() {
        String session = opened("zoe", "luc");
        String assessment = world.sitting(session, "zoe", LAPTOP);
        world.answer(assessment, 32, LAPTOP);
        world.pass(Duration.ofHours(12));

        new CalibrateBank(world.wiring.assessments(), world.calibrations, world.examiner, world.now::get).run(Instant.MAX, Runnable::run);

        Map<Integer, Learnt> items = world.calibrations.find(1).orElseThrow().items();
        assertEquals(32, items.size());
        for (int key : last(assessment).asked()) assertEquals(.98, items.get(key).eligible(), .01);
    }

    @Test
    void a_certification_keeps_to_the_eligibilities_it_began_with_and_answers_cost_what_they_did() {
        String session = opened("zoe", "luc", "ada");
        String before = world.sitting(session, "zoe", LAPTOP);
        int[] usual = last(before).asked();
        night(0, usual);
        String after = world.sitting(session, "luc", LAPTOP);
        night(1, last(after).asked());

        world.answer(after, 1, LAPTOP);
        ConsumedUnits units = new ConsumedUnits();
        units.measure(() -> world.answer(after, true, LAPTOP));
        world.answer(after, 30, LAPTOP);
        world.answer(before, 32, LAPTOP);

        assertEquals(0, last(before).terms().exposure());
        assertEquals(1, last(after).terms().exposure());
        assertEquals(2, last(world.sitting(session, "ada", LAPTOP)).terms().exposure());
        assertTrue(last(after).completed());
        assertTrue(Arrays.stream(last(after).asked()).noneMatch(key -> key == usual[0]));
        // One read more is the test's own look at the pending question.
        assertEquals(3, units.read());
        assertEquals(2, units.written());
    }

    @Test
    void where_nothing_is_eligible_a_certification_is_as_long_as_ever() {
        String session = opened("zoe");
        night(0, world.examiner.bank().items().stream().mapToInt(item -> item.key()).toArray());

        String assessment = world.sitting(session, "zoe", LAPTOP);
        world.answer(assessment, 32, LAPTOP);

        assertTrue(last(assessment).completed());
        assertEquals(1, last(assessment).terms().exposure());
    }

    private String opened(String... learners) {
        String session = world.session("public", 40);
        for (String learner : learners) world.book(session, world.certifiable(learner));
        world.open(session);
        return session;
    }

    private Turn last(String assessment) {
        return world.wiring.assessments().last(assessment).orElseThrow();
    }

    /** The next version, in which these may not be asked. */
    private void night(int before, int... barred) {
        Progress from = before == 0 ? Progress.beginning(world.now.get()) : world.calibrations.progress().orElseThrow();
        Progress to = from.grown(from.countedBefore().plusSeconds(3600), 1);
        Map<Integer, Learnt> items = new HashMap<>();
        for (int key : barred) items.put(key, new Learnt(1.2f, 0, 40, 0));
        Version version = new Version(before + 1, world.now.get(), "test", to.countedBefore(), 1, .2, .1, items);
        assertTrue(world.calibrations.advance(from, to, Optional.of(new Made(Totals.none(), version))));
    }
}
