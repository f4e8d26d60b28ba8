package pix.functions.assessment;

import java.time.Duration;
import pix.assessment.Examiner;
import pix.assessment.ShowQuestion;
import pix.assessment.ShowQuestion.Outcome;
import pix.assessment.Turn;
import pix.http.Device;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /assessments/{id}/question}: the pending question, the same one however often it is asked. */
public final class NextQuestionHandler extends HttpHandler {
    private final ShowQuestion showQuestion;
    private final Examiner examiner;

    public NextQuestionHandler() {
        this(Wiring.showQuestion(), Wiring.examiner());
        prime(null, () -> Reply.ok(QuestionJson.of(examiner.rehearse(Wiring.clock().instant()), examiner, Duration.ZERO)));
    }

    NextQuestionHandler(ShowQuestion showQuestion, Examiner examiner) {
        this.showQuestion = showQuestion;
        this.examiner = examiner;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        return switch (showQuestion.show(learnerId, request.path("id"), Device.of(request))) {
            case Outcome.Pending(Turn turn, Duration held) -> Reply.ok(QuestionJson.of(turn, examiner, held));
            case Outcome.Completed() -> Reply.problem(ProblemType.COMPLETED);
            case Outcome.Refused(var standing) -> Refusals.of(standing);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
