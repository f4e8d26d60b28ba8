package pix.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a session; never changed.
 *
 * @param actorId the {@code learnerId} of who did it, or {@link #SCHEDULE}
 * @param candidateId the candidate it is about, empty where it is about the session
 */
public record Event(
        String sessionId, Instant at, String kind, String actorId, Optional<String> candidateId, Map<String, String> details) {
    public static final String SCHEDULE = "schedule";

    public Event {
        details = Map.copyOf(details);
    }

    static Event of(String kind, String sessionId, Instant at, String actorId) {
        return new Event(sessionId, at, kind, actorId, Optional.empty(), Map.of());
    }

    static Event about(Candidate candidate, String kind, Instant at, String actorId) {
        return new Event(candidate.sessionId(), at, kind, actorId, Optional.of(candidate.learnerId()), Map.of());
    }

    /** Whether it says what came of a candidate's test. */
    public boolean tellsResult() {
        return candidateId.isPresent() && (kind.equals("scored") || kind.equals("published"));
    }

    Event with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(details);
        more.put(name, value);
        return new Event(sessionId, at, kind, actorId, candidateId, more);
    }
}
