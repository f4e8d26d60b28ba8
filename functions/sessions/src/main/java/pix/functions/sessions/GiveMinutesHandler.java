package pix.functions.sessions;

import java.util.Optional;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.GiveMinutes;
import pix.session.Grant;
import pix.session.Right;

/** {@code POST /sessions/{id}/minutes}. */
public final class GiveMinutesHandler extends HttpHandler {
    private final Access access;
    private final Wiring wiring;
    private final GiveMinutes giveMinutes;

    public GiveMinutesHandler() {
        this(Wiring.ofPlatform());
    }

    GiveMinutesHandler(Wiring wiring) {
        this.access = wiring.access();
        this.wiring = wiring;
        this.giveMinutes = wiring.giveMinutes();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        Fields body = request.body("learnerId", "grantId", "minutes", "reason");
        Optional<String> learnerId = body.optionalText("learnerId", 1, 100);
        String grantId = body.text("grantId", 8, 64);
        int minutes = body.integer("minutes", 1, Grant.MOST_MINUTES);
        String reason = body.text("reason", 1, 300);
        body.check();
        return switch (giveMinutes.give(visit.session(), learnerId, grantId, minutes, reason, visit.who())) {
            case GiveMinutes.Outcome.Given(var candidates) ->
                Reply.ok(Json.object().set("candidates", Json.array(candidates,
                        c -> CandidateJson.of(visit.session(), c, null, wiring.clock().instant()))));
            case GiveMinutes.Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
            case GiveMinutes.Outcome.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
            case GiveMinutes.Outcome.NobodySits() -> Reply.problem(ProblemType.NOBODY_SITS);
            case GiveMinutes.Outcome.TooMuch() -> Reply.problem(ProblemType.TOO_MANY_MINUTES);
        };
    }
}
