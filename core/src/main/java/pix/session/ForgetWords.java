package pix.session;

import java.time.InstantSource;
import pix.learner.Farewell;

/**
 * Whoever erases their account takes back what they wrote in the exam room and to the jury: it may tell who they are. That
 * they reported or appealed stays.
 */
public final class ForgetWords implements Farewell {
    private final Seats seats;
    private final CandidateChange change;
    private final InstantSource clock;

    public ForgetWords(Seats seats, Candidates candidates, InstantSource clock) {
        this.seats = seats;
        this.change = new CandidateChange(candidates);
        this.clock = clock;
    }

    @Override
    public void to(String learnerId) {
        for (String sessionId : seats.agenda(learnerId).sessionIds()) {
            change.<Boolean>apply(sessionId, learnerId, this::forget);
        }
    }

    private CandidateChange.Step<Boolean> forget(Candidate candidate) {
        if (!candidate.wrote()) return CandidateChange.stay(false);
        Event event = Event.about(candidate, "words-erased", clock.instant(), candidate.learnerId());
        return CandidateChange.go(candidate.withoutWords(), event, true);
    }
}
