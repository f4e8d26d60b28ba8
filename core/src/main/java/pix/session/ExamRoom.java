package pix.session;

import java.time.Instant;
import java.util.Optional;
import pix.assessment.Answered;
import pix.assessment.Supervision;
import pix.assessment.Terms;
import pix.assessment.Turn;

/** Says who may sit and who may go on, by what invigilator and candidate did. */
public final class ExamRoom implements Supervision {
    private final Sessions sessions;
    private final Candidates candidates;

    public ExamRoom(Sessions sessions, Candidates candidates) {
        this.sessions = sessions;
        this.candidates = candidates;
    }

    @Override
    public Admission admission(String sessionId, String learnerId, String device, Instant now) {
        Optional<Candidate> found = candidates.find(sessionId, learnerId);
        if (found.isEmpty()) return new Admission.NotAdmitted();
        Candidate candidate = found.get();
        if (candidate.sitting().isPresent()) {
            String assessmentId = candidate.sitting().get().assessmentId();
            return new Admission.Started(assessmentId, standing(candidate, device, now, now));
        }
        boolean running = sessions.find(sessionId).filter(s -> s.state() == SessionState.RUNNING).isPresent();
        if (!running || candidate.device().isEmpty()) return new Admission.NotAdmitted();
        return candidate.admitted(device) ? new Admission.Ready() : new Admission.OtherDevice();
    }

    @Override
    public boolean begin(Turn first) {
        Terms terms = first.terms();
        Candidate candidate = candidates.find(terms.sessionId().orElseThrow(), terms.learnerId()).orElseThrow();
        if (candidate.sitting().isPresent()) return false;
        Sitting sitting = Sitting.started(terms.assessmentId(), terms.startedAt(), candidate.extraTimePercent());
        Event event = Event.about(candidate, "started", terms.startedAt(), terms.learnerId());
        return candidates.change(candidate.sitting(sitting), first, event);
    }

    @Override
    public Standing standing(Terms terms, String device, Instant since, Instant now) {
        return candidates.find(terms.sessionId().orElseThrow(), terms.learnerId())
                .map(candidate -> standing(candidate, device, since, now))
                .orElseGet(Standing.Ended::new);
    }

    static Standing standing(Candidate candidate, String device, Instant since, Instant now) {
        Sitting sitting = candidate.sitting().orElseThrow();
        ExamClock clock = sitting.clock();
        if (sitting.closedAt().isPresent()) return new Standing.Ended();
        if (!candidate.admitted(device)) return new Standing.OtherDevice();
        if (clock.paused()) return new Standing.Paused();
        return clock.over(now)
                ? new Standing.TimeOver()
                : new Standing.Running(clock.endsAt(now), clock.heldSince(since, now));
    }

    @Override
    public void progressed(Turn turn) {
        Terms terms = turn.terms();
        Instant at = turn.answered().map(Answered::at).orElseThrow();
        candidates.progressed(terms.sessionId().orElseThrow(), terms.learnerId(), turn.answers(), turn.completed(), at);
    }
}
