package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Supervise;

/** {@code POST /sessions/{id}/opening}. */
public final class OpenSessionHandler extends HttpHandler {
    private final Access access;
    private final Supervise supervise;

    public OpenSessionHandler() {
        this(Wiring.ofPlatform());
    }

    OpenSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        request.optionalBody().check();
        return supervise.open(visit.session(), visit.who())
                .map(session -> Reply.ok(Json.object()
                        .put("sessionId", session.sessionId())
                        .put("accessCode", session.accessCode())
                        .put("state", session.state().code())))
                .orElseGet(() -> Reply.problem(ProblemType.SESSION_CLOSED));
    }
}
