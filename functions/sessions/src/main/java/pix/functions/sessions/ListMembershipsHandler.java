package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pix.http.Caller;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Organisation;
import pix.organisation.Organisations;

/** {@code GET /me/memberships}. */
public final class ListMembershipsHandler extends HttpHandler {
    private final Organisations organisations;

    public ListMembershipsHandler() {
        this(Wiring.ofPlatform().organisations());
    }

    ListMembershipsHandler(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        List<ObjectNode> memberships = organisations.membershipsOf(caller.subject()).stream()
                .flatMap(m -> organisations.find(m.organisationId()).map(o -> json(o, m.role().code())).stream())
                .toList();
        ObjectNode json = Json.object().put("operator", caller.isOperator());
        json.set("memberships", Json.array(memberships, m -> m));
        return Reply.ok(json);
    }

    private static ObjectNode json(Organisation organisation, String role) {
        ObjectNode json = OrganisationJson.of(organisation, Optional.empty()).put("role", role);
        json.remove(List.of("createdAt", "uai"));
        return json;
    }
}
