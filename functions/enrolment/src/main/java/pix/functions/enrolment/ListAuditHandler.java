package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import pix.Page;
import pix.audit.AuditTrail;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /audit}, for the operator. */
public final class ListAuditHandler extends HttpHandler {
    private final AuditTrail auditTrail;

    public ListAuditHandler() {
        this(Wiring.ofPlatform());
    }

    ListAuditHandler(Wiring wiring) {
        this.auditTrail = wiring.auditTrail();
    }

    @Override
    protected Reply handle(Request request) {
        if (!request.caller().isOperator()) throw new Refused(ProblemType.FORBIDDEN);
        Fields query = request.query(Set.of("subject", "cursor"));
        String subject = query.text("subject", 1, 100);
        Optional<String> cursor = query.optionalText("cursor", 1, 400);
        query.check();
        return Reply.ok(json(auditTrail.of(subject, cursor)));
    }

    private static ObjectNode json(Page<AuditTrail.Entry> page) {
        ObjectNode json = Json.object();
        json.set("entries", Json.array(page.entries(), ListAuditHandler::json));
        page.cursor().ifPresent(cursor -> json.put("cursor", cursor));
        return json;
    }

    private static ObjectNode json(AuditTrail.Entry entry) {
        ObjectNode json = Json.object()
                .put("at", entry.view().at().toString())
                .put("viewer", entry.view().viewer())
                .put("subject", entry.subject())
                .put("what", entry.view().what());
        entry.view().organisationId().ifPresent(id -> json.put("organisationId", id));
        return json;
    }
}
