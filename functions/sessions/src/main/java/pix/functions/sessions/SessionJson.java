package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pix.http.Json;
import pix.session.Finalisation;
import pix.session.Incident;
import pix.session.Right;
import pix.session.Session;

/** Sessions as the contract writes them. */
final class SessionJson {
    private SessionJson() {}

    /** As staff sees it: the access code only for those who may supervise it. */
    static ObjectNode of(Access.Visit visit) {
        return of(visit, visit.session());
    }

    /** @param session the visited session as it is now */
    static ObjectNode of(Access.Visit visit, Session session) {
        boolean supervises = visit.may(Right.SUPERVISE);
        ObjectNode json = of(session)
                .put("maySupervise", supervises)
                .put("mayManage", visit.may(Right.MANAGE));
        if (supervises) json.put("accessCode", session.accessCode());
        return json;
    }

    static ObjectNode of(Session session) {
        Session.Plan plan = session.plan();
        ObjectNode json = Json.object()
                .put("sessionId", session.sessionId())
                .put("organisationId", session.organisationId())
                .put("centre", session.centre())
                .put("startsAt", plan.startsAt().toString())
                .put("room", plan.room())
                .put("address", plan.address())
                .put("department", plan.department())
                .put("capacity", plan.capacity())
                .put("seatsTaken", session.seatsTaken())
                .put("audience", plan.audience().code());
        List<String> invigilators = new ArrayList<>(plan.invigilators());
        invigilators.sort(null);
        json.set("invigilators", Json.strings(invigilators));
        json.put("state", session.state().code()).put("createdAt", session.createdAt().toString());
        session.openedAt().ifPresent(at -> json.put("openedAt", at.toString()));
        session.cancellation().ifPresent(c -> json.put("cancelledAt", c.at().toString()).put("cancellationReason", c.reason()));
        session.finalisation().ifPresent(f -> put(f, json));
        return json;
    }

    private static void put(Finalisation f, ObjectNode json) {
        json.put("finalisedAt", f.at().toString());
        json.set("incidents", Json.array(f.incidents(), SessionJson::incident));
        json.put("jury", f.jury().code());
        f.publishFrom().map(Instant::toString).ifPresent(at -> json.put("publishFrom", at));
        f.publishedAt().map(Instant::toString).ifPresent(at -> json.put("publishedAt", at));
    }

    private static ObjectNode incident(Incident incident) {
        ObjectNode json = Json.object().put("kind", incident.kind().code());
        incident.learnerId().ifPresent(id -> json.put("learnerId", id));
        if (!incident.text().isEmpty()) json.put("text", incident.text());
        return json;
    }

    /** As everybody sees it who looks for a seat. */
    static ObjectNode open(Session session) {
        Session.Plan plan = session.plan();
        return Json.object()
                .put("sessionId", session.sessionId())
                .put("centre", session.centre())
                .put("room", plan.room())
                .put("address", plan.address())
                .put("department", plan.department())
                .put("startsAt", plan.startsAt().toString())
                .put("seatsLeft", session.seatsLeft());
    }
}
