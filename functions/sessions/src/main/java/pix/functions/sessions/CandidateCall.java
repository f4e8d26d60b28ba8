package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.Session;
import pix.session.Supervise;

/** A call of an invigilator about one candidate whose path says all there is to say. */
abstract class CandidateCall extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Action action;

    /** What is done. @param by the {@code learnerId} of the invigilator */
    interface Action {
        Supervise.Outcome on(Session session, String learnerId, String by);
    }

    CandidateCall(Wiring wiring, Action action) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.action = action;
    }

    @Override
    protected final Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        request.optionalBody().check();
        return Replies.of(visit, wiring, action.on(visit.session(), request.path("learnerId"), visit.who()));
    }
}
