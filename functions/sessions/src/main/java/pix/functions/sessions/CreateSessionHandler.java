package pix.functions.sessions;

import java.time.Instant;
import java.util.Set;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Audience;
import pix.session.PlanSession;
import pix.session.Session;

/** {@code POST /organisations/{id}/sessions}. */
public final class CreateSessionHandler extends HttpHandler {
    static final int MOST_SEATS = 200;
    static final int MOST_INVIGILATORS = 20;

    private final Access access;
    private final PlanSession planSession;

    public CreateSessionHandler() {
        this(Wiring.ofPlatform());
    }

    CreateSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.planSession = wiring.planSession();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        member.onlyIf(member.isHead());
        Session session = planSession.plan(member.organisation(), plan(request), member.who());
        return Reply.created(Json.object().put("sessionId", session.sessionId()).put("accessCode", session.accessCode()));
    }

    private static Session.Plan plan(Request request) {
        Fields body = request.body("startsAt", "room", "address", "department", "capacity", "audience", "invigilators");
        Instant startsAt = body.time("startsAt");
        String room = body.text("room", 1, 100);
        String address = body.text("address", 1, 300);
        String department = OrganisationJson.department(body).orElse("");
        if (!body.has("department")) body.fault("department", "required");
        int capacity = body.integer("capacity", 1, MOST_SEATS);
        Audience audience = body.oneOf("audience", Audience::ofCode);
        Set<String> invigilators = Set.copyOf(body.texts("invigilators", MOST_INVIGILATORS, 64));
        body.check();
        return new Session.Plan(startsAt, room, address, department, capacity, audience, invigilators);
    }
}
