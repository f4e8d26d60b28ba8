package pix.functions.sessions;

import java.util.Map;
import java.util.Optional;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.ReportProblem;

/** {@code POST /assessments/{id}/signals}. */
public final class SendSignalHandler extends HttpHandler {
    private final ReportProblem reportProblem;

    public SendSignalHandler() {
        this(Wiring.ofPlatform());
    }

    SendSignalHandler(Wiring wiring) {
        this.reportProblem = wiring.reportProblem();
    }

    /** Whether the page was left, by the kind of the signal. */
    private static final Map<String, Boolean> LEFT = Map.of("focus-lost", true, "focus-back", false);

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("kind", "at");
        Boolean left = body.oneOf("kind", kind -> Optional.ofNullable(LEFT.get(kind)));
        body.time("at");
        body.check();
        return reportProblem.signal(learnerId, request.path("id"), left)
                ? new Reply.Empty(202)
                : Reply.problem(ProblemType.NOT_FOUND);
    }
}
