package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pix.assessment.Assessments;
import pix.assessment.Supervision.Standing;
import pix.assessment.Turn;

/** What a candidate's page tells the invigilator: a problem with a question, or that the page was left. */
public final class ReportProblem {

    public sealed interface Outcome {
        /** @param n the number of the report, the open one where there is one already */
        record Reported(int n) implements Outcome {}

        /** The test takes no report now. */
        record Refused(Standing standing) implements Outcome {}

        record Completed() implements Outcome {}

        /** No certification of this person. */
        record Unknown() implements Outcome {}
    }

    private final Assessments assessments;
    private final Candidates candidates;
    private final CandidateChange change;
    private final InstantSource clock;

    public ReportProblem(Assessments assessments, Candidates candidates, InstantSource clock) {
        this.assessments = assessments;
        this.candidates = candidates;
        this.change = new CandidateChange(candidates);
        this.clock = clock;
    }

    /** The clock stands still from here until the invigilator decides. */
    public Outcome report(String learnerId, String assessmentId, Alert.Category category, String text, String device) {
        Optional<Turn> last = certification(learnerId, assessmentId);
        if (last.isEmpty()) return new Outcome.Unknown();
        if (last.get().completed()) return new Outcome.Completed();
        String sessionId = last.get().terms().sessionId().orElseThrow();
        return change.<Outcome>apply(sessionId, learnerId, candidate -> report(candidate, last.get(), category, text, device))
                .orElseGet(Outcome.Unknown::new);
    }

    private CandidateChange.Step<Outcome> report(
            Candidate candidate, Turn last, Alert.Category category, String text, String device) {
        Instant now = clock.instant();
        Sitting sitting = candidate.sitting().orElseThrow();
        Optional<Alert> open = sitting.openAlert();
        Standing standing = ExamRoom.standing(candidate, device, now, now);
        return switch (standing) {
            case Standing.Paused() when open.isPresent() -> CandidateChange.stay(new Outcome.Reported(open.get().n()));
            case Standing.Running(var endsAt, var held) -> report(candidate, sitting, last, category, text, now);
            case Standing.Paused() -> report(candidate, sitting, last, category, text, now);
            case Standing.TimeOver(), Standing.Ended(), Standing.OtherDevice() ->
                CandidateChange.stay(new Outcome.Refused(standing));
        };
    }

    private static CandidateChange.Step<Outcome> report(
            Candidate candidate, Sitting sitting, Turn last, Alert.Category category, String text, Instant now) {
        int n = sitting.alerts().size() + 1;
        Alert alert = new Alert(n, category, text, last.sequence() + 1, now, Optional.empty());
        Event event = Event.about(candidate, "alert", now, candidate.learnerId())
                .with("n", String.valueOf(n))
                .with("question", String.valueOf(alert.sequence()))
                .with("category", category.code());
        return CandidateChange.go(candidate.sitting(sitting.reported(alert, now)), event, new Outcome.Reported(n));
    }

    /** Notes that the page was left or come back to; false where there is no such certification of this person. */
    public boolean signal(String learnerId, String assessmentId, boolean left) {
        Optional<Turn> last = certification(learnerId, assessmentId);
        if (last.isEmpty()) return false;
        String sessionId = last.get().terms().sessionId().orElseThrow();
        if (left) candidates.left(sessionId, learnerId, clock.instant());
        else candidates.cameBack(sessionId, learnerId, clock.instant());
        return true;
    }

    private Optional<Turn> certification(String learnerId, String assessmentId) {
        return assessments.last(assessmentId)
                .filter(turn -> turn.terms().learnerId().equals(learnerId) && turn.terms().sessionId().isPresent());
    }
}
