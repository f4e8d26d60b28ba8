package pix.functions.sessions;

import pix.http.Device;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.EnterSession;
import pix.session.EnterSession.Outcome;
import pix.store.DynamoEntryLimit;

/** {@code POST /sessions/{id}/entry}. */
public final class EnterSessionHandler extends HttpHandler {
    private final Wiring wiring;
    private final EnterSession enterSession;

    public EnterSessionHandler() {
        this(Wiring.ofPlatform());
    }

    EnterSessionHandler(Wiring wiring) {
        this.wiring = wiring;
        this.enterSession = wiring.enterSession();
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("accessCode");
        String accessCode = body.text("accessCode", 1, 20);
        body.check();
        String device = Device.of(request);
        return switch (enterSession.enter(request.path("id"), learnerId, accessCode, device)) {
            case Outcome.Entered(var session, var candidate) ->
                    Reply.accepted(EntryJson.of(session, candidate, device, wiring.clock().instant()));
            case Outcome.NotBooked() -> Reply.problem(ProblemType.NOT_BOOKED);
            case Outcome.NotOpen() -> Reply.problem(ProblemType.SESSION_NOT_OPEN);
            case Outcome.WrongAccessCode() -> Reply.problem(ProblemType.WRONG_ACCESS_CODE);
            case Outcome.TooManyAttempts() -> Reply.tooManyAttempts(DynamoEntryLimit.WINDOW_SECONDS);
            case Outcome.NotCertifiable(int reached) -> Replies.notCertifiable(reached);
        };
    }
}
