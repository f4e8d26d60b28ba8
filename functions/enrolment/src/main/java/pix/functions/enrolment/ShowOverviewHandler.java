package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pix.enrolment.Overview;
import pix.enrolment.Standings;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}/overview}. It names nobody, so nobody is told that it was looked at. */
public final class ShowOverviewHandler extends HttpHandler {
    private static final int MOST = 2000;

    private final Access access;
    private final Students students;
    private final Standings standings;

    public ShowOverviewHandler() {
        this(Wiring.ofPlatform());
    }

    ShowOverviewHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.standings = wiring.standings();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Fields query = request.query(Set.of("class"));
        Optional<String> className = query.optionalText("class", 1, 100);
        query.check();
        List<Student> all = ActiveStudents.of(students, member.organisationId(), className, MOST);
        List<String> accounts = all.stream().flatMap(s -> s.learnerId().stream()).toList();
        return Reply.ok(json(Overview.of(all.size(), accounts.isEmpty() ? List.of() : standings.of(accounts).values())));
    }

    private static ObjectNode json(Overview o) {
        ObjectNode json = Json.object()
                .put("students", o.students())
                .put("withAccount", o.withAccount())
                .put("booked", o.booked());
        o.certifiable().ifPresent(n -> json.put("certifiable", n));
        o.certified().ifPresent(n -> json.put("certified", n));
        ObjectNode distribution = json.putObject("distribution").put("shown", o.measured() > 0).put("measured", o.measured());
        if (o.measured() == 0) {
            distribution.put("reason", "too-few");
            return json;
        }
        ArrayNode competences = distribution.putArray("competences");
        o.levels().forEach((competence, levels) -> {
            ArrayNode counts = competences.addObject().put("code", competence.code()).putArray("levels");
            for (int n : levels) counts.add(n);
        });
        return json;
    }
}
