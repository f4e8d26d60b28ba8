package pix.functions.sessions;

import static pix.functions.sessions.CreateSessionHandler.MOST_INVIGILATORS;
import static pix.functions.sessions.CreateSessionHandler.MOST_SEATS;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Audience;
import pix.session.PlanSession;
import pix.session.Right;
import pix.session.Session;

/** {@code PATCH /sessions/{id}}. */
public final class ChangeSessionHandler extends HttpHandler {
    private final Access access;
    private final PlanSession planSession;

    public ChangeSessionHandler() {
        this(Wiring.ofPlatform());
    }

    ChangeSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.planSession = wiring.planSession();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.MANAGE);
        return Replies.of(visit, planSession.change(visit.session(), change(request), visit.who()));
    }

    private static UnaryOperator<Session.Plan> change(Request request) {
        Fields body = request.body("startsAt", "room", "address", "department", "capacity", "audience", "invigilators");
        Optional<Instant> startsAt = body.optionalTime("startsAt");
        Optional<String> room = body.optionalText("room", 1, 100);
        Optional<String> address = body.optionalText("address", 1, 300);
        Optional<String> department = OrganisationJson.department(body);
        Optional<Integer> capacity = body.optionalInteger("capacity", 1, MOST_SEATS);
        Optional<Audience> audience = body.optionalOneOf("audience", Audience::ofCode);
        Optional<Set<String>> invigilators = body.has("invigilators")
                ? Optional.of(Set.copyOf(body.texts("invigilators", MOST_INVIGILATORS, 64)))
                : Optional.empty();
        body.check();
        return plan -> new Session.Plan(startsAt.orElse(plan.startsAt()), room.orElse(plan.room()),
                address.orElse(plan.address()), department.orElse(plan.department()), capacity.orElse(plan.capacity()),
                audience.orElse(plan.audience()), invigilators.orElse(plan.invigilators()));
    }
}
