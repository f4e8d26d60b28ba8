package pix.functions.sessions;

import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Supervise;

/** {@code PATCH /sessions/{id}/candidates/{learnerId}}. */
public final class ChangeCandidateHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Supervise supervise;

    public ChangeCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    ChangeCandidateHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.MANAGE);
        Fields body = request.body("extraTimePercent");
        int percent = body.integer("extraTimePercent", 0, 100);
        body.check();
        return Replies.of(visit, wiring, supervise.giveExtraTime(visit.session(), request.path("learnerId"), percent, visit.who()));
    }
}
