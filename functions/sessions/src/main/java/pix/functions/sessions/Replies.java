package pix.functions.sessions;

import pix.assessment.Profile;
import pix.assessment.Supervision.Standing;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.session.BookSeat;
import pix.session.PlanSession;
import pix.session.Supervise;

/** From outcomes to answers, where several handlers say the same. */
final class Replies {
    private Replies() {}

    static Reply of(Access.Visit visit, PlanSession.Outcome outcome) {
        return switch (outcome) {
            case PlanSession.Outcome.Done(var session) -> Reply.ok(SessionJson.of(visit, session));
            case PlanSession.Outcome.SeatsTaken(int taken) ->
                Reply.problem(ProblemType.SEATS_TAKEN, Json.object().put("seatsTaken", taken));
            case PlanSession.Outcome.AlreadyStarted() -> Reply.problem(ProblemType.ALREADY_STARTED);
            case PlanSession.Outcome.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
        };
    }

    static Reply of(BookSeat.Release release) {
        return switch (release) {
            case RELEASED -> Reply.noContent();
            case ENROLLED_BY_SCHOOL -> Reply.problem(ProblemType.ENROLLED_BY_SCHOOL);
            case ALREADY_STARTED -> Reply.problem(ProblemType.ALREADY_STARTED);
            case CLOSED -> Reply.problem(ProblemType.SESSION_CLOSED);
        };
    }

    /** What became of a candidate in the exam room, without the name: the board has it. */
    static Reply of(Access.Visit visit, Wiring wiring, Supervise.Outcome outcome) {
        return switch (outcome) {
            case Supervise.Outcome.Done(var candidate) ->
                Reply.ok(CandidateJson.of(visit.session(), candidate, null, wiring.clock().instant()));
            case Supervise.Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
            case Supervise.Outcome.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
            case Supervise.Outcome.NotWaiting() -> Reply.problem(ProblemType.NOT_WAITING);
            case Supervise.Outcome.NotStarted() -> Reply.problem(ProblemType.NOT_STARTED);
            case Supervise.Outcome.AlreadyStarted() -> Reply.problem(ProblemType.ALREADY_STARTED);
            case Supervise.Outcome.Completed() -> Reply.problem(ProblemType.COMPLETED);
            case Supervise.Outcome.TimeOver() -> Reply.problem(ProblemType.TIME_OVER);
            case Supervise.Outcome.AlreadyDecided() -> Reply.problem(ProblemType.ALREADY_DECIDED);
        };
    }

    static Reply notCertifiable(int reached) {
        var missing = Json.object()
                .put("competencesAtLevel1", reached)
                .put("competencesNeeded", Profile.COMPETENCES_TO_BE_CERTIFIABLE);
        return Reply.problem(ProblemType.NOT_CERTIFIABLE, Json.object().set("missing", missing));
    }

    static Reply of(Standing standing) {
        return Reply.problem(switch (standing) {
            case Standing.Paused() -> ProblemType.PAUSED;
            case Standing.TimeOver() -> ProblemType.TIME_OVER;
            case Standing.OtherDevice() -> ProblemType.OTHER_DEVICE;
            case Standing.Ended() -> ProblemType.COMPLETED;
            case Standing.Running running -> throw new IllegalStateException("a test that runs is not refused");
        });
    }
}
