package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pix.InvalidInput;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}/uploads/{uploadId}/departures}. A cursor is the id of the last student of a page. */
public final class ListDeparturesHandler extends HttpHandler {
    private static final int PAGE = 100;

    private final Access access;
    private final Students students;
    private final MissingStudents missingStudents;

    public ListDeparturesHandler() {
        this(Wiring.ofPlatform());
    }

    ListDeparturesHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.missingStudents = new MissingStudents(wiring);
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Fields query = request.query(Set.of("cursor"));
        Optional<String> cursor = query.optionalText("cursor", 1, 100);
        query.check();
        List<String> missing = missingStudents.of(member.organisationId(), request.path("uploadId"));
        int from = cursor.map(last -> after(missing, last)).orElse(0);
        List<String> ids = missing.subList(from, Math.min(missing.size(), from + PAGE));
        List<Student> page = students.getAll(member.organisationId(), ids).stream()
                .filter(Student::active)
                .sorted(Comparator.comparing((Student s) -> s.className().orElse("")).thenComparing(Student::familyName))
                .toList();
        ObjectNode json = Json.object();
        json.set("students", Json.array(page, StudentJson::departing));
        if (from + PAGE < missing.size()) json.put("cursor", ids.getLast());
        return Reply.ok(json);
    }

    private static int after(List<String> missing, String last) {
        int place = missing.indexOf(last);
        if (place < 0) throw new InvalidInput("/cursor", "malformed");
        return place + 1;
    }
}
