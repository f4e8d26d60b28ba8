package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import pix.Page;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Session;
import pix.session.Sessions;

/** {@code GET /organisations/{id}/sessions}. */
public final class ListSessionsHandler extends HttpHandler {
    private final Access access;
    private final Sessions sessions;

    public ListSessionsHandler() {
        this(Wiring.ofPlatform());
    }

    ListSessionsHandler(Wiring wiring) {
        this.access = wiring.access();
        this.sessions = wiring.sessions();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        Fields query = request.query(Set.of("cursor"));
        Optional<String> cursor = query.optionalText("cursor", 1, 500);
        query.check();
        Page<Session> page = sessions.ofOrganisation(member.organisation().organisationId(), cursor);
        ObjectNode json = Json.object();
        json.set("sessions", Json.array(page.entries(),
                s -> SessionJson.of(new Access.Visit(s, member.caller(), member.role()))));
        page.cursor().ifPresent(c -> json.put("cursor", c));
        return Reply.ok(json);
    }
}
