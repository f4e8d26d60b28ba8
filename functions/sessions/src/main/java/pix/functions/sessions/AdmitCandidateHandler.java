package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Supervise;

/** {@code POST /sessions/{id}/candidates/{learnerId}/admission}. */
public final class AdmitCandidateHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Supervise supervise;

    public AdmitCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    AdmitCandidateHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        request.optionalBody().check();
        return Replies.of(visit, wiring, supervise.admit(visit.session(), request.path("learnerId"), visit.who()));
    }
}
