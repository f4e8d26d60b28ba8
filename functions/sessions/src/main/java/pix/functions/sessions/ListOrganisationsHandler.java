package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pix.Page;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Uai;

/** {@code GET /organisations}. */
public final class ListOrganisationsHandler extends HttpHandler {
    private final Organisations organisations;

    public ListOrganisationsHandler() {
        this(Wiring.ofPlatform().organisations());
    }

    ListOrganisationsHandler(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    protected Reply handle(Request request) {
        Access.operator(request);
        Fields query = request.query(Set.of("uai", "department", "cursor"));
        Optional<Uai> uai = OrganisationJson.uai(query);
        Optional<String> department = OrganisationJson.department(query);
        Optional<String> cursor = query.optionalText("cursor", 1, 500);
        if (!query.has("uai") && !query.has("department")) query.fault("department", "required");
        query.check();
        Page<Organisation> page = uai.map(organisations::findByUai)
                .map(found -> new Page<>(found.stream().toList(), Optional.empty()))
                .orElseGet(() -> department.map(d -> organisations.inDepartment(d, cursor))
                        .orElseGet(() -> new Page<>(List.of(), Optional.empty())));
        ObjectNode json = Json.object();
        json.set("organisations", Json.array(page.entries(), o -> OrganisationJson.of(o, Optional.empty())));
        page.cursor().ifPresent(c -> json.put("cursor", c));
        return Reply.ok(json);
    }
}
