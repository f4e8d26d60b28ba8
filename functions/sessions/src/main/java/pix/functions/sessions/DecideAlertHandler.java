package pix.functions.sessions;

import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Alert;
import pix.session.Right;
import pix.session.Supervise;

/** {@code POST /sessions/{id}/candidates/{learnerId}/alerts/{n}/decision}. */
public final class DecideAlertHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final Supervise supervise;

    public DecideAlertHandler() {
        this(Wiring.ofPlatform());
    }

    DecideAlertHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.supervise = wiring.supervise();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        Fields body = request.body("decision");
        Alert.Decision decision = body.oneOf("decision", Alert.Decision::ofCode);
        body.check();
        return Replies.of(visit, wiring,
                supervise.decide(visit.session(), request.path("learnerId"), number(request.path("n")), decision, visit.who()));
    }

    /** No alert has the number 0. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
