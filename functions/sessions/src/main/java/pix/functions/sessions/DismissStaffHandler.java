package pix.functions.sessions;

import java.time.InstantSource;
import java.util.Optional;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Membership;
import pix.organisation.Organisations;
import pix.organisation.Role;

/** {@code DELETE /organisations/{id}/staff/{learnerId}}. Who did is noted with it; a role that changes meanwhile is judged anew. */
public final class DismissStaffHandler extends HttpHandler {
    private final Access access;
    private final Organisations organisations;
    private final InstantSource clock;

    public DismissStaffHandler() {
        this(Wiring.ofPlatform());
    }

    DismissStaffHandler(Wiring wiring) {
        this.access = wiring.access();
        this.organisations = wiring.organisations();
        this.clock = wiring.clock();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        String organisationId = member.organisation().organisationId();
        String learnerId = request.path("learnerId");
        Optional<Role> role = organisations.role(organisationId, learnerId);
        member.onlyIf(member.caller().isOperator() || member.isHead() && !role.equals(Optional.of(Role.HEAD)));
        if (role.isEmpty()) return Reply.noContent();
        Membership membership = new Membership(organisationId, learnerId, role.get());
        return organisations.dismiss(membership, member.who(), clock.instant()) ? Reply.noContent() : handle(request);
    }
}
