package pix.session;

import java.time.InstantSource;
import java.util.Optional;
import pix.assessment.Profile;
import pix.assessment.Profiles;

/**
 * A candidate enters the exam room. On the device that was let in nothing changes; on another one the invigilator has
 * to let them in again, and until then the first device goes on.
 */
public final class EnterSession {

    public sealed interface Outcome {
        record Entered(Session session, Candidate candidate) implements Outcome {}

        /** No candidate of such a session. */
        record NotBooked() implements Outcome {}

        record NotOpen() implements Outcome {}

        record WrongAccessCode() implements Outcome {}

        /** For now: whoever tries codes one after another waits. */
        record TooManyAttempts() implements Outcome {}

        /** @param reached competences at level 1 */
        record NotCertifiable(int reached) implements Outcome {}
    }

    private final Sessions sessions;
    private final Candidates candidates;
    private final CandidateChange change;
    private final EntryLimit limit;
    private final Profiles profiles;
    private final InstantSource clock;

    public EnterSession(
            Sessions sessions, Candidates candidates, EntryLimit limit, Profiles profiles, InstantSource clock) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.change = new CandidateChange(candidates);
        this.limit = limit;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @param device what the device calls itself, empty where it says nothing */
    public Outcome enter(String sessionId, String learnerId, String accessCode, String device) {
        Optional<Candidate> candidate = candidates.find(sessionId, learnerId);
        if (candidate.isEmpty()) return new Outcome.NotBooked();
        Session session = sessions.find(sessionId).orElseThrow();
        if (session.state() != SessionState.RUNNING) return new Outcome.NotOpen();
        if (!limit.admits(sessionId, learnerId)) return new Outcome.TooManyAttempts();
        if (!session.opensWith(accessCode)) return new Outcome.WrongAccessCode();
        if (candidate.get().sitting().isEmpty()) {
            Profile profile = profiles.find(learnerId);
            if (!profile.certifiable()) return new Outcome.NotCertifiable(profile.competencesReached());
        }
        return change.<Outcome>apply(sessionId, learnerId, current -> enter(session, current, device))
                .orElseGet(Outcome.NotBooked::new);
    }

    private CandidateChange.Step<Outcome> enter(Session session, Candidate candidate, String device) {
        boolean in = candidate.waitingDevice().or(candidate::device).filter(device::equals).isPresent();
        if (in || candidate.admitted(device)) return CandidateChange.stay(new Outcome.Entered(session, candidate));
        Candidate after = candidate.entered(device);
        Event event = Event.about(candidate, "entered", clock.instant(), candidate.learnerId());
        return CandidateChange.go(after, event, new Outcome.Entered(session, after));
    }
}
