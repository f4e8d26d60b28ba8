package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Supervise;

/** {@code POST /sessions/{id}/candidates/{learnerId}/pause}. */
public final class PauseCandidateHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Supervise supervise;

    public PauseCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    PauseCandidateHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        request.optionalBody().check();
        return Replies.of(visit, wiring, supervise.pause(visit.session(), request.path("learnerId"), visit.who()));
    }
}
