package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pix.audit.AuditTrail;
import pix.audit.AuditTrail.Entry;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.organisation.Membership;
import pix.organisation.Organisations;

/** {@code GET /organisations/{id}/staff}. The head and the operator see as well who was appointed and dismissed by whom. */
public final class ListStaffHandler extends HttpHandler {
    private final Access access;
    private final Organisations organisations;
    private final Learners learners;
    private final AuditTrail auditTrail;

    public ListStaffHandler() {
        this(Wiring.ofPlatform());
    }

    ListStaffHandler(Wiring wiring) {
        this.access = wiring.access();
        this.organisations = wiring.organisations();
        this.learners = wiring.learners();
        this.auditTrail = wiring.auditTrail();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        String organisationId = member.organisation().organisationId();
        List<Membership> staff = organisations.staff(organisationId);
        List<Entry> changes = member.isHead() || member.caller().isOperator()
                ? auditTrail.of(organisationId, Optional.empty()).entries()
                : List.of();
        Map<String, Learner> people = learners.findAll(Stream.concat(
                staff.stream().map(Membership::learnerId),
                changes.stream().flatMap(c -> Stream.of(c.subject(), c.view().viewer()))).distinct().toList());
        ObjectNode json = Json.object();
        json.set("staff", Json.array(staff, m -> OrganisationJson.staff(m, people.get(m.learnerId()))));
        if (!changes.isEmpty()) json.set("changes", Json.array(changes, c -> OrganisationJson.change(c, people)));
        return Reply.ok(json);
    }
}
