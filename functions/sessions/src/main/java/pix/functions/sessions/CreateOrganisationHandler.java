package pix.functions.sessions;

import java.util.Optional;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.CreateOrganisation;
import pix.organisation.CreateOrganisation.Command;
import pix.organisation.CreateOrganisation.Outcome;
import pix.organisation.OrganisationType;
import pix.organisation.Uai;

/** {@code POST /organisations}. */
public final class CreateOrganisationHandler extends HttpHandler {
    private final CreateOrganisation createOrganisation;

    public CreateOrganisationHandler() {
        this(Wiring.ofPlatform().createOrganisation());
    }

    CreateOrganisationHandler(CreateOrganisation createOrganisation) {
        this.createOrganisation = createOrganisation;
    }

    @Override
    protected Reply handle(Request request) {
        Access.operator(request);
        return switch (createOrganisation.create(command(request))) {
            case Outcome.Created(String id) -> Reply.created(Json.object().put("organisationId", id));
            case Outcome.UaiTaken(String id) -> Reply.problem(ProblemType.UAI_TAKEN, Json.object().put("organisationId", id));
        };
    }

    private static Command command(Request request) {
        Fields body = request.body("type", "uai", "name", "city", "department");
        OrganisationType type = body.oneOf("type", OrganisationType::ofCode);
        Optional<Uai> uai = OrganisationJson.uai(body);
        String name = body.text("name", 1, 200);
        String city = body.text("city", 1, 100);
        String department = OrganisationJson.department(body).orElse("");
        if (!body.has("department")) body.fault("department", "required");
        if (type != null && type.isSchool() && !body.has("uai")) body.fault("uai", "required");
        body.check();
        return new Command(type, uai, name, city, department);
    }
}
