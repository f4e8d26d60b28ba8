package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import pix.enrolment.Rosters;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}/classes}. */
public final class ListClassesHandler extends HttpHandler {
    private final Access access;
    private final Rosters rosters;

    public ListClassesHandler() {
        this(Wiring.ofPlatform());
    }

    ListClassesHandler(Wiring wiring) {
        this.access = wiring.access();
        this.rosters = wiring.rosters();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Rosters.Summary summary = rosters.summary(member.organisationId());
        List<Map.Entry<String, Long>> byName =
                summary.classes().entrySet().stream().filter(e -> !e.getKey().isEmpty()).sorted(Map.Entry.comparingByKey()).toList();
        ObjectNode json = Json.object();
        json.set("classes", Json.array(byName, e -> Json.object().put("className", e.getKey()).put("students", e.getValue())));
        return Reply.ok(json.put("students", summary.students()));
    }
}
