package pix.functions.assessment;

import pix.assessment.Supervision.Standing;
import pix.http.ProblemType;
import pix.http.Reply;

/** What to say where a certification cannot go on. */
final class Refusals {
    private Refusals() {}

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
