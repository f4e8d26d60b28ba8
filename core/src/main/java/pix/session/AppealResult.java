package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A candidate asks the jury to look again at a published refusal, once. */
public final class AppealResult {

    public enum Outcome {
        /** Now, or before with the same words. */
        APPEALED,
        /** Nothing refused, nothing published, or appealed before. */
        NOT_APPEALABLE,
        /** No candidate of such a session. */
        UNKNOWN
    }

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final CandidateChange change;
    private final InstantSource clock;

    public AppealResult(Sessions sessions, Candidates candidates, InstantSource clock) {
        this.sessions = sessions;
        this.change = new CandidateChange(candidates);
        this.clock = clock;
    }

    public Outcome appeal(String sessionId, String learnerId, String text) {
        Outcome outcome = change.apply(sessionId, learnerId, candidate -> {
            Optional<Result> result = candidate.result();
            boolean repeated = result.flatMap(Result::appeal).filter(a -> a.open() && a.text().equals(text)).isPresent();
            if (repeated) return CandidateChange.stay(Outcome.APPEALED);
            if (result.filter(Result::mayAppeal).isEmpty()) return CandidateChange.stay(Outcome.NOT_APPEALABLE);
            Instant now = clock.instant();
            Event event = Event.about(candidate, "appealed", now, learnerId);
            return CandidateChange.go(candidate.with(result.get().appealed(text, now)), event, Outcome.APPEALED);
        }).orElse(Outcome.UNKNOWN);
        if (outcome == Outcome.APPEALED) tellTheOperator(sessionId, learnerId);
        return outcome;
    }

    private void tellTheOperator(String sessionId, String learnerId) {
        for (int i = 0; i < TRIES; i++) {
            Session session = sessions.find(sessionId).orElseThrow();
            if (sessions.change(session.appealed(), Event.of("appealed", sessionId, clock.instant(), learnerId))) return;
        }
        throw new IllegalStateException("a session kept changing");
    }
}
