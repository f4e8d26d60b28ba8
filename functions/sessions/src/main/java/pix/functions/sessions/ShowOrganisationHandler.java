package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}}. */
public final class ShowOrganisationHandler extends HttpHandler {
    private final Access access;

    public ShowOrganisationHandler() {
        this(Wiring.ofPlatform().access());
    }

    ShowOrganisationHandler(Access access) {
        this.access = access;
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        return Reply.ok(OrganisationJson.of(member.organisation(), member.role()));
    }
}
