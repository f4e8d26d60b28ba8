package pix.functions.assessment;

import pix.assessment.Assessments;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /assessments/{id}/question}: the pending question, the same one however often it is asked. */
public final class NextQuestionHandler extends HttpHandler {
    private final Assessments assessments;
    private final Examiner examiner;

    public NextQuestionHandler() {
        this(Wiring.assessments(), Wiring.examiner());
    }

    NextQuestionHandler(Assessments assessments, Examiner examiner) {
        this.assessments = assessments;
        this.examiner = examiner;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        return assessments.last(request.path("id"))
                .filter(turn -> turn.terms().learnerId().equals(learnerId))
                .map(this::reply)
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }

    private Reply reply(Turn turn) {
        return turn.completed()
                ? Reply.problem(ProblemType.COMPLETED)
                : Reply.ok(QuestionJson.of(turn, examiner));
    }
}
