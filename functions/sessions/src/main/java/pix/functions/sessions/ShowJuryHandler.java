package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;

/** {@code GET /sessions/{id}/jury}. */
public final class ShowJuryHandler extends HttpHandler {
    private final Access access;
    private final JuryReply jury;

    public ShowJuryHandler() {
        this(Wiring.ofPlatform());
    }

    ShowJuryHandler(Wiring wiring) {
        this.access = wiring.access();
        this.jury = new JuryReply(wiring);
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.JUDGE);
        if (visit.session().finalisation().isEmpty()) return Reply.problem(ProblemType.NOT_FINALISED);
        return jury.of(visit, visit.session(), request);
    }
}
