package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.FinaliseSession;
import pix.session.FinaliseSession.Command;
import pix.session.FinaliseSession.Missing;
import pix.session.FinaliseSession.Outcome;
import pix.session.Incident;
import pix.session.NotFinished;
import pix.session.Right;

/** {@code POST /sessions/{id}/finalisation}. */
public final class FinaliseSessionHandler extends HttpHandler {
    private final Access access;
    private final FinaliseSession finaliseSession;

    public FinaliseSessionHandler() {
        this(Wiring.ofPlatform());
    }

    FinaliseSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.finaliseSession = wiring.finaliseSession();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        return switch (finaliseSession.finalise(command(visit, request))) {
            case Outcome.Finalised(var session) -> Reply.ok(SessionJson.of(visit, session));
            case Outcome.NotFinalisable(var missing) -> Reply.problem(ProblemType.NOT_FINALISABLE,
                    Json.object().set("missing", Json.array(missing, FinaliseSessionHandler::json)));
            case Outcome.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
        };
    }

    private static ObjectNode json(Missing missing) {
        ObjectNode json = Json.object().put("code", missing.code());
        missing.learnerId().ifPresent(id -> json.put("learnerId", id));
        return json;
    }

    private record Unfinished(String learnerId, NotFinished reason) {}

    private static Command command(Access.Visit visit, Request request) {
        Fields body = request.optionalBody("incidents", "notFinished");
        List<Incident> incidents = body.objects("incidents", 100, Set.of("kind", "learnerId", "text"), FinaliseSessionHandler::incident);
        List<Unfinished> unfinished = body.objects("notFinished", CreateSessionHandler.MOST_SEATS, Set.of("learnerId", "reason"),
                entry -> new Unfinished(entry.text("learnerId", 1, 64), entry.oneOf("reason", NotFinished::ofCode)));
        body.check();
        Map<String, NotFinished> reasons = new HashMap<>();
        unfinished.forEach(u -> reasons.put(u.learnerId(), u.reason()));
        return new Command(visit.session(), visit.who(), incidents, reasons);
    }

    private static Incident incident(Fields entry) {
        Incident.Kind kind = entry.oneOf("kind", Incident.Kind::ofCode);
        Optional<String> learnerId = entry.optionalText("learnerId", 1, 64);
        String text = entry.optionalText("text", 0, 1000).orElse("");
        boolean nobody = kind == Incident.Kind.FRAUD && learnerId.isEmpty();
        if (nobody) entry.fault("learnerId", "required");
        return nobody ? null : new Incident(kind, learnerId, text);
    }
}
