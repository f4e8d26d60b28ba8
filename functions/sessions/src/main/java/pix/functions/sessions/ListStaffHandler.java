package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.organisation.Membership;
import pix.organisation.Organisations;

/** {@code GET /organisations/{id}/staff}. */
public final class ListStaffHandler extends HttpHandler {
    private final Access access;
    private final Organisations organisations;
    private final Learners learners;

    public ListStaffHandler() {
        this(Wiring.ofPlatform());
    }

    ListStaffHandler(Wiring wiring) {
        this.access = wiring.access();
        this.organisations = wiring.organisations();
        this.learners = wiring.learners();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        List<Membership> staff = organisations.staff(member.organisation().organisationId());
        Map<String, Learner> people = learners.findAll(staff.stream().map(Membership::learnerId).toList());
        ObjectNode json = Json.object();
        json.set("staff", Json.array(staff, m -> OrganisationJson.staff(m, people.get(m.learnerId()))));
        return Reply.ok(json);
    }
}
