package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import pix.assessment.Assessments;
import pix.assessment.Examiner;
import pix.assessment.Turn;

/** What an invigilator does in the exam room. Each may be done again and is then done already. */
public final class Supervise {

    public sealed interface Outcome {
        record Done(Candidate candidate) implements Outcome {}

        record Unknown() implements Outcome {}

        /** The session is not being held (any more). */
        record Closed() implements Outcome {}

        record NotWaiting() implements Outcome {}

        record NotStarted() implements Outcome {}

        record AlreadyStarted() implements Outcome {}

        record Completed() implements Outcome {}

        record TimeOver() implements Outcome {}

        /** Otherwise. */
        record AlreadyDecided() implements Outcome {}
    }

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final CandidateChange change;
    private final Assessments assessments;
    private final Supplier<Examiner> examiner;
    private final InstantSource clock;

    /** @param examiner made when a question is replaced: few of these calls need the bank */
    public Supervise(
            Sessions sessions, Candidates candidates, Assessments assessments, Supplier<Examiner> examiner, InstantSource clock) {
        this.sessions = sessions;
        this.change = new CandidateChange(candidates);
        this.assessments = assessments;
        this.examiner = examiner;
        this.clock = clock;
    }

    /** Opens the exam room; empty where the session is cancelled or over. */
    public Optional<Session> open(Session session, String by) {
        Session current = session;
        for (int i = 0; i < TRIES; i++) {
            if (current.state() == SessionState.RUNNING) return Optional.of(current);
            if (current.state() != SessionState.OPEN) return Optional.empty();
            Instant now = clock.instant();
            Session after = current.opened(now);
            if (sessions.change(after, Event.of("opened", session.sessionId(), now, by))) return Optional.of(after);
            current = sessions.find(session.sessionId()).orElseThrow();
        }
        throw new IllegalStateException("a session kept changing");
    }

    /** Lets a waiting candidate in, on the device they wait with. */
    public Outcome admit(Session session, String learnerId, String by) {
        if (session.state() != SessionState.RUNNING) return new Outcome.Closed();
        return apply(session, learnerId, candidate -> {
            if (candidate.waitingDevice().isEmpty()) {
                return CandidateChange.stay(candidate.device().isPresent()
                        ? new Outcome.Done(candidate)
                        : new Outcome.NotWaiting());
            }
            Candidate after = candidate.admitted();
            return CandidateChange.go(after, Event.about(candidate, "admitted", clock.instant(), by), new Outcome.Done(after));
        });
    }

    public Outcome giveExtraTime(Session session, String learnerId, int percent, String by) {
        if (!session.state().alive()) return new Outcome.Closed();
        return apply(session, learnerId, candidate -> {
            if (candidate.extraTimePercent() == percent) return CandidateChange.stay(new Outcome.Done(candidate));
            if (candidate.sitting().isPresent()) return CandidateChange.stay(new Outcome.AlreadyStarted());
            Candidate after = candidate.withExtraTime(percent);
            Event event = Event.about(candidate, "extra-time", clock.instant(), by).with("percent", String.valueOf(percent));
            return CandidateChange.go(after, event, new Outcome.Done(after));
        });
    }

    public Outcome pause(Session session, String learnerId, String by) {
        return apply(session, learnerId, candidate -> {
            Instant now = clock.instant();
            return switch (candidate.state(session, now)) {
                case COMPLETED, ENDED -> CandidateChange.stay(new Outcome.Completed());
                case TIME_OVER -> CandidateChange.stay(new Outcome.TimeOver());
                case BOOKED, WAITING, ADMITTED -> CandidateChange.stay(new Outcome.NotStarted());
                case STARTED, PAUSED -> hold(candidate, true, now, by);
            };
        });
    }

    public Outcome resume(Session session, String learnerId, String by) {
        return apply(session, learnerId, candidate -> candidate.sitting().isEmpty()
                ? CandidateChange.stay(new Outcome.NotStarted())
                : hold(candidate, false, clock.instant(), by));
    }

    private static CandidateChange.Step<Outcome> hold(Candidate candidate, boolean hold, Instant now, String by) {
        Sitting sitting = candidate.sitting().orElseThrow();
        if (sitting.held() == hold) return CandidateChange.stay(new Outcome.Done(candidate));
        Candidate after = candidate.sitting(sitting.held(hold, now));
        return CandidateChange.go(after, Event.about(candidate, hold ? "paused" : "resumed", now, by), new Outcome.Done(after));
    }

    /** Decides on a report. A question that is replaced does not count, and another one is asked in its place. */
    public Outcome decide(Session session, String learnerId, int n, Alert.Decision decision, String by) {
        return apply(session, learnerId, candidate -> {
            Optional<Alert> alert = candidate.sitting().flatMap(s -> s.alert(n));
            if (alert.isEmpty()) return CandidateChange.stay(new Outcome.Unknown());
            Optional<Alert.Decided> decided = alert.get().decided();
            if (decided.isPresent()) {
                return CandidateChange.stay(decided.get().decision() == decision
                        ? new Outcome.Done(candidate)
                        : new Outcome.AlreadyDecided());
            }
            return decide(candidate, alert.get(), decision, by);
        });
    }

    private CandidateChange.Step<Outcome> decide(Candidate candidate, Alert alert, Alert.Decision decision, String by) {
        Instant now = clock.instant();
        Sitting sitting = candidate.sitting().orElseThrow();
        Candidate after = candidate.sitting(sitting.decided(alert.n(), decision, now));
        Event event = Event.about(candidate, "alert-decided", now, by)
                .with("n", String.valueOf(alert.n()))
                .with("question", String.valueOf(alert.sequence()))
                .with("decision", decision.code());
        if (decision == Alert.Decision.DISMISS) return CandidateChange.go(after, event, new Outcome.Done(after));
        Turn last = assessments.last(sitting.assessmentId()).orElseThrow();
        // An answer may have been on its way when the report came: then there is nothing to ask anew, and scoring
        // leaves that answer out.
        boolean pending = !last.completed() && last.sequence() + 1 == alert.sequence();
        return pending
                ? CandidateChange.go(after, examiner.get().replace(last, now), event, new Outcome.Done(after))
                : CandidateChange.go(after, event, new Outcome.Done(after));
    }

    private Outcome apply(
            Session session, String learnerId, java.util.function.Function<Candidate, CandidateChange.Step<Outcome>> rule) {
        return change.apply(session.sessionId(), learnerId, rule).orElseGet(Outcome.Unknown::new);
    }
}
