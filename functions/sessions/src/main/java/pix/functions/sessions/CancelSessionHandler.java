package pix.functions.sessions;

import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.PlanSession;
import pix.session.Right;

/** {@code POST /sessions/{id}/cancellation}. */
public final class CancelSessionHandler extends HttpHandler {
    private final Access access;
    private final PlanSession planSession;

    public CancelSessionHandler() {
        this(Wiring.ofPlatform());
    }

    CancelSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.planSession = wiring.planSession();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.MANAGE);
        Fields body = request.body("reason");
        String reason = body.text("reason", 1, 500);
        body.check();
        return Replies.of(visit, planSession.cancel(visit.session(), reason, visit.who()));
    }
}
