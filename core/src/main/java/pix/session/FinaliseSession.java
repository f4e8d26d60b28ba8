package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.InvalidInput;
import pix.assessment.Assessments;

/** The invigilator ends a session. Nothing may be left unsaid about a test that was started and not completed. */
public final class FinaliseSession {

    /** @param by the {@code learnerId} of who ends it */
    public record Command(Session session, String by, List<Incident> incidents, Map<String, NotFinished> notFinished) {}

    public sealed interface Outcome {
        /** Now, or before. */
        record Finalised(Session session) implements Outcome {}

        record NotFinalisable(List<Missing> missing) implements Outcome {}

        /** Cancelled. */
        record Closed() implements Outcome {}
    }

    /** What has to be done first. @param learnerId the candidate concerned, empty where it is the session */
    public record Missing(String code, Optional<String> learnerId) {}

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Candidates candidates;
    private final Assessments assessments;
    private final ScoreSession scoring;
    private final InstantSource clock;

    public FinaliseSession(
            Sessions sessions, Candidates candidates, Assessments assessments, ScoreSession scoring, InstantSource clock) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.assessments = assessments;
        this.scoring = scoring;
        this.clock = clock;
    }

    public Outcome finalise(Command command) {
        Session current = command.session();
        for (int i = 0; i < TRIES; i++) {
            switch (current.state()) {
                case CANCELLED -> {
                    return new Outcome.Closed();
                }
                case FINALISED, PUBLISHED -> {
                    // A repeat, or the first try was cut off: whatever is not scored yet is scored now.
                    return new Outcome.Finalised(scoring.score(current, command.by()));
                }
                case OPEN -> {
                    return new Outcome.NotFinalisable(List.of(new Missing("session-not-open", Optional.empty())));
                }
                case RUNNING -> {
                    List<Candidate> all = candidates.all(current.sessionId());
                    check(command, all);
                    List<Missing> missing = missing(command, all);
                    if (!missing.isEmpty()) return new Outcome.NotFinalisable(missing);
                    Instant now = clock.instant();
                    Session after = current.finalised(
                            Finalisation.begun(now, command.by(), command.incidents(), command.notFinished()));
                    if (sessions.change(after, event(command, now))) {
                        return new Outcome.Finalised(scoring.score(after, command.by()));
                    }
                }
            }
            current = sessions.find(current.sessionId()).orElseThrow();
        }
        throw new IllegalStateException("a session kept changing");
    }

    private static void check(Command command, List<Candidate> all) {
        Set<String> known = all.stream().map(Candidate::learnerId).collect(Collectors.toSet());
        boolean reasons = known.containsAll(command.notFinished().keySet());
        boolean incidents = command.incidents().stream().flatMap(i -> i.learnerId().stream()).allMatch(known::contains);
        List<InvalidInput.Fault> faults = new ArrayList<>();
        if (!reasons) faults.add(new InvalidInput.Fault("/notFinished", "unknown-candidate"));
        if (!incidents) faults.add(new InvalidInput.Fault("/incidents", "unknown-candidate"));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }

    private List<Missing> missing(Command command, List<Candidate> all) {
        List<Missing> missing = new ArrayList<>();
        for (Candidate candidate : all) {
            Optional<Sitting> sitting = candidate.sitting();
            if (sitting.isEmpty()) continue;
            Optional<String> who = Optional.of(candidate.learnerId());
            if (sitting.get().openAlert().isPresent()) missing.add(new Missing("alert-open", who));
            if (!command.notFinished().containsKey(candidate.learnerId()) && !completed(candidate, sitting.get())) {
                missing.add(new Missing("reason-missing", who));
            }
        }
        return missing;
    }

    private boolean completed(Candidate candidate, Sitting sitting) {
        return candidate.progress().completed()
                || assessments.last(sitting.assessmentId()).orElseThrow().completed();
    }

    private static Event event(Command command, Instant now) {
        Event event = Event.of("finalised", command.session().sessionId(), now, command.by())
                .with("incidents", String.join(" ", command.incidents().stream().map(i -> i.kind().code()).toList()));
        for (var reason : command.notFinished().entrySet()) {
            event = event.with("not-finished." + reason.getKey(), reason.getValue().code());
        }
        return event;
    }
}
