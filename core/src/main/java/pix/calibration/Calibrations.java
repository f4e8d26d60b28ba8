package pix.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where counts and the versions made of them are kept. */
public interface Calibrations extends Versions {

    /**
     * How far the counting has come.
     *
     * @param countedBefore every test finished before then is counted, and no other
     * @param countsOf names the counts: their {@code countedBefore} when they last changed
     * @param versions how many versions there are
     * @param tests how many tests are counted
     */
    record Progress(Instant countedBefore, Instant countsOf, int versions, long tests) {
        /** Nothing was counted yet, and nothing is to be before then. */
        public static Progress beginning(Instant at) {
            return new Progress(at, at, 0, 0);
        }

        /** Nothing came until then. */
        public Progress idle(Instant until) {
            return new Progress(until, countsOf, versions, tests);
        }

        /** So many tests came until then, and make a version. */
        public Progress grown(Instant until, int more) {
            return new Progress(until, until, versions + 1, tests + more);
        }
    }

    /** Empty before the first run. */
    Optional<Progress> progress();

    @Override
    default int newest() {
        return progress().map(Progress::versions).orElse(0);
    }

    /** All that is counted at that point. */
    Totals totals(Progress at);

    /**
     * Goes from one point to the next where nobody has been faster; false, and nothing has happened, where somebody has.
     * The same step taken twice, or broken off and taken again, leaves the same.
     *
     * @param made the counts and the version they make, empty where nothing came
     */
    boolean advance(Progress from, Progress to, Optional<Made> made);

    record Made(Totals totals, Version version) {}

    /** The latest versions, newest first. */
    List<Version> latest(int most);

    /** Whoever starts an assessment from now on gets this version; 0 for what authors think. */
    void activate(Activation activation);

    record Activation(int version, Instant at, String by) {}
}
