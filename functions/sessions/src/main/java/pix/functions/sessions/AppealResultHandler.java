package pix.functions.sessions;

import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.AppealResult;

/** {@code POST /sessions/{id}/bookings/me/appeal}. */
public final class AppealResultHandler extends HttpHandler {
    private final AppealResult appealResult;

    public AppealResultHandler() {
        this(Wiring.ofPlatform());
    }

    AppealResultHandler(Wiring wiring) {
        this.appealResult = wiring.appealResult();
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("text");
        String text = body.text("text", 1, 2000);
        body.check();
        return switch (appealResult.appeal(request.path("id"), learnerId, text)) {
            case APPEALED -> new Reply.Empty(202);
            case NOT_APPEALABLE -> Reply.problem(ProblemType.NOT_APPEALABLE);
            case UNKNOWN -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
