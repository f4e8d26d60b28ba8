package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Supervise;

/** {@code DELETE /sessions/{id}/candidates/{learnerId}/pause}. */
public final class ResumeCandidateHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Supervise supervise;

    public ResumeCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    ResumeCandidateHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        return Replies.of(visit, wiring, supervise.resume(visit.session(), request.path("learnerId"), visit.who()));
    }
}
