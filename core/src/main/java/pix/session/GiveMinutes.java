package pix.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The invigilator gives minutes back to one candidate or to all who are sitting. The same grant sent again reaches whom
 * it did not reach, and nobody twice.
 */
public final class GiveMinutes {

    public sealed interface Outcome {
        /** @param candidates whoever has the minutes, now or before */
        record Given(List<Candidate> candidates) implements Outcome {}

        record Unknown() implements Outcome {}

        /** The session is not being held (any more). */
        record Closed() implements Outcome {}

        /** Nobody it is for has a test under way. */
        record NobodySits() implements Outcome {}

        /** Somebody would get more than {@link Grant#MOST_MINUTES} in all; nobody got any by this call. */
        record TooMuch() implements Outcome {}
    }

    private final Candidates candidates;
    private final CandidateChange change;
    private final InstantSource clock;

    public GiveMinutes(Candidates candidates, InstantSource clock) {
        this.candidates = candidates;
        this.change = new CandidateChange(candidates);
        this.clock = clock;
    }

    /** @param learnerId empty for all who are sitting */
    public Outcome give(Session session, Optional<String> learnerId, String grantId, int minutes, String reason, String by) {
        if (session.state() != SessionState.RUNNING) return new Outcome.Closed();
        Grant grant = new Grant(grantId, minutes, reason, clock.instant());
        List<Candidate> found = learnerId
                .map(id -> candidates.find(session.sessionId(), id).stream().toList())
                .orElseGet(() -> candidates.all(session.sessionId()));
        if (found.isEmpty() && learnerId.isPresent()) return new Outcome.Unknown();
        List<Candidate> sitting = found.stream().filter(GiveMinutes::sits).toList();
        if (sitting.isEmpty()) return new Outcome.NobodySits();
        if (sitting.stream().anyMatch(c -> tooMuch(c, grant))) return new Outcome.TooMuch();
        List<Candidate> given = new ArrayList<>();
        for (Candidate candidate : sitting) give(candidate, grant, by).ifPresent(given::add);
        return given.isEmpty() ? new Outcome.NobodySits() : new Outcome.Given(given);
    }

    /** Empty where the test ended meanwhile. */
    private Optional<Candidate> give(Candidate seen, Grant grant, String by) {
        return change.<Optional<Candidate>>apply(seen.sessionId(), seen.learnerId(), candidate -> {
            if (!sits(candidate) || tooMuch(candidate, grant)) return CandidateChange.stay(Optional.empty());
            Sitting sitting = candidate.sitting().orElseThrow();
            if (sitting.has(grant)) return CandidateChange.stay(Optional.of(candidate));
            Candidate after = candidate.sitting(sitting.given(grant));
            Event event = Event.about(candidate, "minutes-given", grant.at(), by)
                    .with("grantId", grant.grantId())
                    .with("minutes", String.valueOf(grant.minutes()))
                    .with("reason", grant.reason());
            return CandidateChange.go(after, event, Optional.of(after));
        }).flatMap(given -> given);
    }

    /** Also where the time is over: that is when it is missed. */
    private static boolean sits(Candidate candidate) {
        return !candidate.progress().completed() && candidate.sitting().filter(s -> s.closedAt().isEmpty()).isPresent();
    }

    private static boolean tooMuch(Candidate candidate, Grant grant) {
        return candidate.sitting()
                .filter(s -> !s.has(grant) && s.minutesGiven() + grant.minutes() > Grant.MOST_MINUTES)
                .isPresent();
    }
}
