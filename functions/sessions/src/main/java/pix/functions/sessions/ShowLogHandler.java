package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import pix.Page;
import pix.audit.AuditTrail;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Event;
import pix.session.Right;
import pix.session.Sessions;

/** {@code GET /sessions/{id}/log}. It tells what came of each candidate; that is noted before it is shown. */
public final class ShowLogHandler extends HttpHandler {
    private final Access access;
    private final Sessions sessions;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    public ShowLogHandler() {
        this(Wiring.ofPlatform());
    }

    ShowLogHandler(Wiring wiring) {
        this.access = wiring.access();
        this.sessions = wiring.sessions();
        this.auditTrail = wiring.auditTrail();
        this.clock = wiring.clock();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.READ_LOG);
        Fields query = request.query(Set.of("cursor"));
        Optional<String> cursor = query.optionalText("cursor", 1, 500);
        query.check();
        Page<Event> page = sessions.log(visit.session().sessionId(), cursor);
        auditTrail.viewed(visit.view(clock.instant(), "log"),
                page.entries().stream().filter(Event::tellsResult).flatMap(e -> e.candidateId().stream()).toList());
        ObjectNode json = Json.object();
        json.set("events", Json.array(page.entries(), ShowLogHandler::json));
        page.cursor().ifPresent(c -> json.put("cursor", c));
        return Reply.ok(json);
    }

    private static ObjectNode json(Event event) {
        ObjectNode json = Json.object()
                .put("at", event.at().toString())
                .put("kind", event.kind())
                .put("actorId", event.actorId());
        event.candidateId().ifPresent(id -> json.put("candidateId", id));
        if (!event.details().isEmpty()) {
            ObjectNode details = json.putObject("details");
            event.details().forEach(details::put);
        }
        return json;
    }
}
