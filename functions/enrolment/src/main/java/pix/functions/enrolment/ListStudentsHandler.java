package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pix.Page;
import pix.audit.AuditTrail;
import pix.enrolment.Standing;
import pix.enrolment.Standings;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}/students}. Who looked is noted before anything is shown. */
public final class ListStudentsHandler extends HttpHandler {
    private static final int PAGE = 50;
    private static final Function<String, Optional<Boolean>> IS_ACTIVE =
            word -> Optional.ofNullable(Map.of("true", true, "false", false).get(word));

    private final Wiring wiring;
    private final Access access;
    private final Students students;
    private final Standings standings;
    private final AuditTrail auditTrail;

    public ListStudentsHandler() {
        this(Wiring.ofPlatform());
    }

    ListStudentsHandler(Wiring wiring) {
        this.wiring = wiring;
        this.access = wiring.access();
        this.students = wiring.students();
        this.standings = wiring.standings();
        this.auditTrail = wiring.auditTrail();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Fields query = request.query(Set.of("class", "active", "cursor"));
        Optional<String> className = query.optionalText("class", 1, 100);
        boolean left = query.optionalOneOf("active", IS_ACTIVE).filter(active -> !active).isPresent();
        Optional<String> cursor = query.optionalText("cursor", 1, 100);
        query.check();
        Page<Student> page = left
                ? students.left(member.organisationId(), cursor)
                : students.active(member.organisationId(), className, cursor, PAGE);
        List<String> accounts = page.entries().stream().flatMap(s -> s.learnerId().stream()).toList();
        auditTrail.viewed(new AuditTrail.View(wiring.clock().instant(), member.who(), "students", Optional.of(member.organisationId())),
                accounts);
        return Reply.ok(json(page, accounts.isEmpty() ? Map.of() : standings.of(accounts)));
    }

    private static ObjectNode json(Page<Student> page, Map<String, Standing> known) {
        ObjectNode json = Json.object();
        json.set("students", Json.array(page.entries(), s -> StudentJson.standing(s, s.learnerId().map(known::get))));
        page.cursor().ifPresent(cursor -> json.put("cursor", cursor));
        return json;
    }
}
