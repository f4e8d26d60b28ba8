package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pix.InvalidInput;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Roster;
import pix.session.EnrolCandidates;
import pix.session.EnrolCandidates.Outcome;
import pix.session.EnrolCandidates.Refusal;
import pix.session.Right;
import pix.session.Seats;
import pix.session.Session;

/** {@code POST /sessions/{id}/candidates}. */
public final class EnrolCandidatesHandler extends HttpHandler {
    private final Access access;
    private final EnrolCandidates enrolCandidates;

    public EnrolCandidatesHandler() {
        this(Wiring.ofPlatform());
    }

    EnrolCandidatesHandler(Wiring wiring) {
        this.access = wiring.access();
        this.enrolCandidates = wiring.enrolCandidates();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.MANAGE);
        Fields body = request.body("students", "class", "extraTimePercent");
        List<String> named = body.texts("students", Seats.MOST_AT_ONCE, 100);
        Optional<String> className = body.optionalText("class", 1, 50);
        int extraTime = body.optionalInteger("extraTimePercent", 0, 100).orElse(0);
        if (named.isEmpty() == className.isEmpty()) body.fault("students", "required");
        body.check();
        List<String> students = className.map(c -> ofClass(visit.session(), c)).orElse(named);
        return reply(enrolCandidates.enrol(visit.session(), students, extraTime, visit.who()));
    }

    private List<String> ofClass(Session session, String className) {
        List<String> students = enrolCandidates.ofClass(session, className);
        if (students.isEmpty()) throw new InvalidInput("/class", "unknown-value");
        if (students.size() > Seats.MOST_AT_ONCE) throw new InvalidInput("/class", "too-many");
        return students;
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Enrolled(var students, Session session) -> Reply.created(enrolled(students, session));
            case Outcome.NotEnrolled(var refusals) -> Reply.problem(ProblemType.NOT_ENROLLED, refused(refusals));
            case Outcome.Full(int left) -> Reply.problem(ProblemType.SESSION_FULL, Json.object().put("seatsLeft", left));
            case Outcome.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
        };
    }

    private static ObjectNode enrolled(List<Roster.Student> students, Session session) {
        ObjectNode json = Json.object();
        json.set("enrolled", Json.array(students, s -> Json.object()
                .put("studentId", s.studentId()).put("learnerId", s.learnerId().orElseThrow())));
        return json.put("seatsTaken", session.seatsTaken()).put("capacity", session.plan().capacity());
    }

    private static ObjectNode refused(List<Refusal> refusals) {
        return Json.object().set("students", Json.array(refusals, r -> Json.object()
                .put("studentId", r.studentId()).put("reason", r.reason().code())));
    }
}
