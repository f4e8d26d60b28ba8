package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import pix.Language;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Candidate;
import pix.session.Candidates;
import pix.session.Seats;
import pix.session.Session;
import pix.session.Sessions;

/** {@code GET /me/bookings}. */
public final class ListBookingsHandler extends HttpHandler {
    private final Wiring wiring;
    private final Sessions sessions;
    private final Seats seats;
    private final Candidates candidates;

    public ListBookingsHandler() {
        this(Wiring.ofPlatform());
    }

    ListBookingsHandler(Wiring wiring) {
        this.wiring = wiring;
        this.sessions = wiring.sessions();
        this.seats = wiring.seats();
        this.candidates = wiring.candidates();
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Instant now = wiring.clock().instant();
        List<ObjectNode> bookings = sessions.findAll(seats.agenda(learnerId).sessionIds()).stream()
                .sorted(Comparator.comparing((Session s) -> s.plan().startsAt()).reversed())
                .flatMap(s -> candidates.find(s.sessionId(), learnerId).map(c -> json(s, c, now, request.language())).stream())
                .toList();
        return Reply.ok(Json.object().set("bookings", Json.array(bookings, b -> b)));
    }

    private static ObjectNode json(Session session, Candidate candidate, Instant now, Language language) {
        Session.Plan plan = session.plan();
        boolean mayCancel = session.state().alive() && candidate.enrolment().isEmpty() && candidate.sitting().isEmpty();
        ObjectNode json = Json.object()
                .put("bookingId", candidate.bookingId())
                .put("sessionId", session.sessionId())
                .put("sessionState", session.state().code())
                .put("state", candidate.state(session, now).code())
                .put("origin", CandidateJson.origin(candidate))
                .put("centre", session.centre())
                .put("room", plan.room())
                .put("address", plan.address())
                .put("department", plan.department())
                .put("startsAt", plan.startsAt().toString())
                .put("extraTimePercent", candidate.extraTimePercent())
                .put("mayCancel", mayCancel);
        session.cancellation().ifPresent(c -> json.put("cancellationReason", c.reason()));
        candidate.result().ifPresent(result -> result.publication().ifPresent(p -> {
            candidate.sitting().ifPresent(sitting -> json.put("assessmentId", sitting.assessmentId()));
            json.set("result", ResultJson.published(result, p, language));
        }));
        return json;
    }
}
