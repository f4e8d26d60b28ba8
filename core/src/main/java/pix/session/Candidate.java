package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person with a seat in a session. Who they are is kept elsewhere.
 *
 * @param revision grows with every change but {@link Progress}; two writers cannot both change the same one
 * @param enrolment how the school enrolled them, empty where they booked
 * @param device the device that was let in
 * @param waitingDevice the device that entered the access code and waits to be let in
 */
public record Candidate(
        String sessionId,
        String learnerId,
        long revision,
        Optional<Enrolment> enrolment,
        int extraTimePercent,
        Instant addedAt,
        Optional<String> device,
        Optional<String> waitingDevice,
        Optional<Sitting> sitting,
        Progress progress,
        Optional<Result> result) {

    /** @param studentId in the roster of the school */
    public record Enrolment(String studentId, String className) {}

    static Candidate booked(String sessionId, String learnerId, Instant now) {
        return new Candidate(sessionId, learnerId, 1, Optional.empty(), 0, now, Optional.empty(), Optional.empty(),
                Optional.empty(), Progress.NONE, Optional.empty());
    }

    static Candidate enrolled(String sessionId, String learnerId, Enrolment how, int extraTimePercent, Instant now) {
        return new Candidate(sessionId, learnerId, 1, Optional.of(how), extraTimePercent, now, Optional.empty(),
                Optional.empty(), Optional.empty(), Progress.NONE, Optional.empty());
    }

    /** Names the seat to its owner: the same however often it is asked for. */
    public String bookingId() {
        return sessionId + "." + learnerId;
    }

    public CandidateState state(Session session, Instant now) {
        if (!session.state().alive()) return CandidateState.ENDED;
        if (sitting.isPresent()) return sittingState(sitting.get(), now);
        if (device.isPresent() && waitingDevice.isEmpty()) return CandidateState.ADMITTED;
        return waitingDevice.isPresent() ? CandidateState.WAITING : CandidateState.BOOKED;
    }

    private CandidateState sittingState(Sitting sat, Instant now) {
        if (sat.closedAt().isPresent()) return CandidateState.ENDED;
        if (progress.completed()) return CandidateState.COMPLETED;
        if (sat.clock().paused()) return CandidateState.PAUSED;
        return sat.clock().over(now) ? CandidateState.TIME_OVER : CandidateState.STARTED;
    }

    /** How long nothing was heard of a device on which a test goes on; empty where none does. */
    public Optional<Duration> silence(Session session, Instant now) {
        return switch (state(session, now)) {
            case STARTED, PAUSED -> sitting.map(s -> progress.silence(s.clock().startedAt(), now));
            case BOOKED, WAITING, ADMITTED, COMPLETED, TIME_OVER, ENDED -> Optional.empty();
        };
    }

    boolean silent(Session session, Instant now) {
        return silence(session, now).filter(s -> s.compareTo(Progress.SILENT) >= 0).isPresent();
    }

    /** Whether that this device asks is worth a note. */
    public boolean tells(Session session, String onDevice, Instant now) {
        return admitted(onDevice) && silence(session, now).filter(s -> s.compareTo(Progress.NOTED_EVERY) >= 0).isPresent();
    }

    public boolean admitted(String onDevice) {
        return device.filter(onDevice::equals).isPresent();
    }

    Candidate entered(String onDevice) {
        return with(extraTimePercent, device, Optional.of(onDevice), sitting, result);
    }

    Candidate admitted() {
        return with(extraTimePercent, waitingDevice.or(() -> device), Optional.empty(), sitting, result);
    }

    Candidate withExtraTime(int percent) {
        return with(percent, device, waitingDevice, sitting, result);
    }

    Candidate sitting(Sitting next) {
        return with(extraTimePercent, device, waitingDevice, Optional.of(next), result);
    }

    Candidate with(Result next) {
        return with(extraTimePercent, device, waitingDevice, sitting, Optional.of(next));
    }

    /** Without what the candidate wrote. */
    Candidate withoutWords() {
        return with(extraTimePercent, device, waitingDevice, sitting.map(Sitting::withoutWords), result.map(Result::withoutWords));
    }

    boolean wrote() {
        boolean reported = sitting.stream().flatMap(s -> s.alerts().stream()).anyMatch(a -> !a.text().isEmpty());
        return reported || result.flatMap(Result::appeal).filter(a -> !a.text().isEmpty()).isPresent();
    }

    private Candidate with(
            int percent, Optional<String> in, Optional<String> waiting, Optional<Sitting> sat, Optional<Result> outcome) {
        return new Candidate(sessionId, learnerId, revision + 1, enrolment, percent, addedAt, in, waiting, sat, progress, outcome);
    }
}
