package pix.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pix.bank.Bank;
import pix.calibration.Calibrations;
import pix.calibration.Version;

/** Whoever runs the platform looks at what was learnt of the items, and decides which version new assessments get. */
public final class ChooseVersion {
    private static final int SHOWN = 20;

    /**
     * @param active the number of the version in force, 0 for what authors think
     * @param countedBefore tests finished before then are counted, empty before the first count
     * @param offered the latest versions, newest first
     */
    public record Choice(int active, Optional<Instant> countedBefore, List<Offer> offered) {}

    /** @param moves what would change if it were switched on instead of the version in force */
    public record Offer(Version version, List<Move> moves) {}

    private final Calibrations calibrations;
    private final Bank bank;
    private final InstantSource clock;

    public ChooseVersion(Calibrations calibrations, Bank bank, InstantSource clock) {
        this.calibrations = calibrations;
        this.bank = bank;
        this.clock = clock;
    }

    public Choice show() {
        int active = calibrations.active();
        Optional<Version> inForce = calibrations.find(active);
        List<Offer> offered = calibrations.latest(SHOWN).stream()
                .map(version -> new Offer(version, Move.between(bank, inForce, version)))
                .toList();
        return new Choice(active, calibrations.progress().map(Calibrations.Progress::countedBefore), offered);
    }

    /** False where there is no such version. Assessments under way keep to the one they began with. */
    public boolean activate(int number, String by) {
        if (number != 0 && calibrations.find(number).isEmpty()) return false;
        if (calibrations.active() != number) calibrations.activate(new Calibrations.Activation(number, clock.instant(), by));
        return true;
    }
}
