package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that throttles, does not answer, and writes what it does not acknowledge: see {@link FaultyDynamo}. */
@InThisProcess
class FaultsIT {
    private static final long SEED = Long.getLong("pix.faults.seed", System.nanoTime());
    private static final int LEARNERS = Integer.getInteger("pix.faults.learners", 2);
    private static final double SHARE = 0.05;

    @AfterEach
    void heal() {
        Here.PLATFORM.faults().heal();
    }

    @Test
    void a_failing_store_loses_nothing_that_was_acknowledged() {
        World world = new World();
        Campaign campaign = new Campaign(Here.HTTP, SEED, world.school.id, Minted.person(world.school.head));
        long before = Here.PLATFORM.faults().faults();

        Here.PLATFORM.faults().fail(SHARE, SEED);
        campaign.run(3, LEARNERS);
        Here.PLATFORM.faults().heal();

        System.out.println("faults: " + campaign.check());
        assertTrue(Here.PLATFORM.faults().faults() - before > LEARNERS * 10, "something did go wrong");
    }
}
