package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequests;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/**
 * {@code GET /organisations/{id}/place-requests}: whose place somebody asks for. Of the account that asks it says nothing:
 * nobody knows yet whose it is.
 */
public final class ListPlaceRequestsHandler extends HttpHandler {
    private static final int MOST = 100;

    private final Access access;
    private final PlaceRequests requests;
    private final Students students;

    public ListPlaceRequestsHandler() {
        this(Wiring.ofPlatform());
    }

    ListPlaceRequestsHandler(Wiring wiring) {
        this.access = wiring.access();
        this.requests = wiring.placeRequests();
        this.students = wiring.students();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        List<PlaceRequest> open = requests.open(member.organisationId());
        Map<String, Student> free = students.getAll(member.organisationId(), open.stream().flatMap(r -> r.studentId().stream()).toList())
                .stream().filter(Student::isFree).collect(Collectors.toMap(Student::studentId, Function.identity()));
        List<Asked> asked = open.stream()
                .flatMap(r -> r.studentId().map(free::get).map(student -> new Asked(r, student)).stream())
                .sorted(Asked.ORDER).limit(MOST).toList();
        ObjectNode json = Json.object();
        json.set("requests", Json.array(asked, ListPlaceRequestsHandler::json));
        return Reply.ok(json);
    }

    private record Asked(PlaceRequest request, Student student) {
        static final Comparator<Asked> ORDER = Comparator.comparing((Asked a) -> a.student().className().orElse(""))
                .thenComparing(a -> a.student().familyName())
                .thenComparing(a -> a.student().studentId())
                .thenComparing(a -> a.request().askedAt());
    }

    private static ObjectNode json(Asked asked) {
        ObjectNode json = Json.object().put("requestId", asked.request().requestId());
        json.set("student", StudentJson.departing(asked.student()));
        return json.put("reference", asked.request().reference())
                .put("askedAt", asked.request().askedAt().toString())
                .put("expiresAt", asked.request().expiresAt().toString());
    }
}
