package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Organisations;
import pix.organisation.Role;

/** {@code DELETE /organisations/{id}/staff/{learnerId}}. */
public final class DismissStaffHandler extends HttpHandler {
    private final Access access;
    private final Organisations organisations;

    public DismissStaffHandler() {
        this(Wiring.ofPlatform());
    }

    DismissStaffHandler(Wiring wiring) {
        this.access = wiring.access();
        this.organisations = wiring.organisations();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        String organisationId = member.organisation().organisationId();
        String learnerId = request.path("learnerId");
        boolean head = organisations.role(organisationId, learnerId).filter(r -> r == Role.HEAD).isPresent();
        member.onlyIf(member.caller().isOperator() || member.isHead() && !head);
        organisations.dismiss(organisationId, learnerId);
        return Reply.noContent();
    }
}
