package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pix.Page;
import pix.enrolment.Overview;
import pix.enrolment.RosterKeys;
import pix.enrolment.Standing;
import pix.enrolment.Standings;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.enrolment.Tally;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/**
 * {@code GET /organisations/{id}/overview}. A large school is counted request by request: what was counted so far goes out
 * and comes back sealed. It names nobody, so nobody is told that it was looked at.
 */
public final class ShowOverviewHandler extends HttpHandler {
    /** As many as a request looks up in good time. */
    private static final int A_REQUEST = 2000;
    private static final int AT_ONCE = 500;
    private static final int LONGEST_CURSOR = 4000;

    private final Access access;
    private final Students students;
    private final Standings standings;
    private final Supplier<RosterKeys> keys;

    public ShowOverviewHandler() {
        this(Wiring.ofPlatform());
    }

    ShowOverviewHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.standings = wiring.standings();
        this.keys = wiring::keys;
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Fields query = request.query(Set.of("class", "cursor"));
        Optional<String> className = query.optionalText("class", 1, 100);
        Optional<String> cursor = query.optionalText("cursor", 1, LONGEST_CURSOR);
        query.check();
        String group = member.organisationId() + "\t" + className.orElse("");
        Tally tally = Tally.NONE;
        Optional<String> last = Optional.empty();
        if (cursor.isPresent()) {
            CountedSoFar before = CountedSoFar.open(cursor.get(), group, keys.get());
            tally = before.tally();
            last = Optional.of(before.lastStudentId());
        }
        int enough = tally.students() + A_REQUEST;
        do {
            Page<Student> page = students.active(member.organisationId(), className, last, AT_ONCE);
            tally = tally.and(page.entries().size(), standings(page.entries()));
            last = page.cursor();
        } while (last.isPresent() && tally.students() < enough);
        return last.isEmpty() ? Reply.ok(json(Overview.of(tally))) : goOn(new CountedSoFar(tally, last.get()), group);
    }

    private Collection<Standing> standings(List<Student> some) {
        List<String> accounts = some.stream().flatMap(s -> s.learnerId().stream()).toList();
        return accounts.isEmpty() ? List.of() : standings.of(accounts).values();
    }

    private Reply goOn(CountedSoFar counted, String group) {
        return Reply.accepted(Json.object()
                .put("counted", counted.tally().students())
                .put("cursor", counted.seal(group, keys.get())));
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
