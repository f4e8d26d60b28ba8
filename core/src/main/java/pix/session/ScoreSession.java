package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pix.assessment.Assessments;
import pix.assessment.Examiner;
import pix.assessment.Turn;

/**
 * Closes every test of a finalised session and scores it. May be cut off anywhere and done again: a result is made once.
 */
public final class ScoreSession {
    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Candidates candidates;
    private final CandidateChange change;
    private final Assessments assessments;
    private final Examiner examiner;
    private final Scoring scoring;
    private final InstantSource clock;
    private final Duration delay;

    /** @param delay between the end of a session and its publication where nothing needs a jury */
    public ScoreSession(
            Sessions sessions,
            Candidates candidates,
            Assessments assessments,
            Examiner examiner,
            InstantSource clock,
            Duration delay) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.change = new CandidateChange(candidates);
        this.assessments = assessments;
        this.examiner = examiner;
        this.scoring = new Scoring(examiner);
        this.clock = clock;
        this.delay = delay;
    }

    /** @return the session as it is then */
    Session score(Session session, String by) {
        for (Candidate candidate : candidates.all(session.sessionId())) {
            if (candidate.result().isEmpty()) score(session, candidate, by);
        }
        return handOver(session, by);
    }

    private void score(Session session, Candidate candidate, String by) {
        Optional<String> assessmentId = candidate.sitting().map(Sitting::assessmentId);
        if (assessmentId.isPresent()) {
            shut(session, candidate.learnerId(), by);
            close(assessmentId.get());
        }
        change.apply(session.sessionId(), candidate.learnerId(), current -> {
            if (current.result().isPresent()) return CandidateChange.stay(current);
            Result result = result(session.finalisation().orElseThrow(), current);
            Event event = Event.about(current, "scored", clock.instant(), by)
                    .with("status", result.status().code())
                    .with("answers", String.valueOf(result.answered()));
            return CandidateChange.go(current.with(result), event, current);
        });
    }

    private Result result(Finalisation finalisation, Candidate candidate) {
        if (candidate.sitting().isEmpty()) return Scoring.absent();
        Sitting sitting = candidate.sitting().get();
        List<Turn> turns = assessments.turns(sitting.assessmentId());
        Optional<NotFinished> reason = Optional.ofNullable(finalisation.notFinished().get(candidate.learnerId()));
        Result result = scoring.score(turns, sitting.replaced(), reason);
        return result.flagged(FlagRule.flags(
                new Evidence(candidate, turns, scoring.counted(turns, sitting.replaced()), finalisation)));
    }

    /** Takes no more answers. */
    private void shut(Session session, String learnerId, String by) {
        change.apply(session.sessionId(), learnerId, current -> {
            Sitting sitting = current.sitting().orElseThrow();
            if (sitting.closedAt().isPresent()) return CandidateChange.stay(current);
            Instant now = clock.instant();
            return CandidateChange.go(current.sitting(sitting.closed(now)), Event.about(current, "closed", now, by), current);
        });
    }

    /** An answer that was on its way is either kept before the closing turn, or refused: none is kept and not scored. */
    private void close(String assessmentId) {
        for (int i = 0; i < TRIES; i++) {
            Turn last = assessments.last(assessmentId).orElseThrow();
            if (last.completed() || assessments.append(examiner.close(last, clock.instant()))) return;
        }
        throw new IllegalStateException("a test kept growing after it was closed");
    }

    private Session handOver(Session session, String by) {
        Session current = session;
        for (int i = 0; i < TRIES; i++) {
            Finalisation finalisation = current.finalisation().orElseThrow();
            if (finalisation.jury() != JuryState.SCORING) return current;
            boolean flagged = candidates.all(session.sessionId()).stream()
                    .anyMatch(c -> !c.result().orElseThrow().flags().isEmpty());
            boolean toReview = flagged || !finalisation.incidents().isEmpty();
            Session after = current.finalised(finalisation.scored(toReview, finalisation.at().plus(delay)));
            Event event = Event.of("scored", session.sessionId(), clock.instant(), by)
                    .with("jury", after.finalisation().orElseThrow().jury().code());
            if (sessions.change(after, event)) return after;
            current = sessions.find(session.sessionId()).orElseThrow();
        }
        throw new IllegalStateException("a session kept changing");
    }
}
