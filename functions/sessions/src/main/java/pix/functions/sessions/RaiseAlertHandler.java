package pix.functions.sessions;

import pix.http.Device;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Alert;
import pix.session.ReportProblem.Outcome;
import pix.session.ReportProblem;

/** {@code POST /assessments/{id}/alerts}. */
public final class RaiseAlertHandler extends HttpHandler {
    private final ReportProblem reportProblem;

    public RaiseAlertHandler() {
        this(Wiring.ofPlatform());
    }

    RaiseAlertHandler(Wiring wiring) {
        this.reportProblem = wiring.reportProblem();
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("category", "text");
        Alert.Category category = body.oneOf("category", Alert.Category::ofCode);
        String text = body.optionalText("text", 0, 1000).orElse("");
        body.check();
        return switch (reportProblem.report(learnerId, request.path("id"), category, text, Device.of(request))) {
            case Outcome.Reported(int n) -> Reply.accepted(Json.object().put("n", n));
            case Outcome.Refused(var standing) -> Replies.of(standing);
            case Outcome.Completed() -> Reply.problem(ProblemType.COMPLETED);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
