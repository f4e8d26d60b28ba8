package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pix.audit.AuditTrail;
import pix.http.Fields;
import pix.http.Json;
import pix.learner.Learner;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.Role;
import pix.organisation.Uai;

/** Organisations and their staff as the contract writes them. */
final class OrganisationJson {
    private static final Pattern DEPARTMENT = Pattern.compile("\\d{2}|2A|2B|97\\d|98\\d");

    private OrganisationJson() {}

    static ObjectNode of(Organisation organisation, Optional<Role> role) {
        ObjectNode json = Json.object()
                .put("organisationId", organisation.organisationId())
                .put("type", organisation.type().code());
        organisation.uai().map(Uai::code).ifPresent(uai -> json.put("uai", uai));
        json.put("name", organisation.name())
                .put("city", organisation.city())
                .put("department", organisation.department())
                .put("createdAt", organisation.createdAt().toString());
        role.ifPresent(r -> json.put("role", r.code()));
        return json;
    }

    /** @param person null where the account was erased */
    static ObjectNode staff(Membership membership, Learner person) {
        return person(membership.learnerId(), person).put("role", membership.role().code());
    }

    /** @param people without those whose account was erased */
    static ObjectNode change(AuditTrail.Entry entry, Map<String, Learner> people) {
        AuditTrail.View view = entry.view();
        ObjectNode json = Json.object().put("at", view.at().toString()).put("what", view.what());
        json.set("person", person(entry.subject(), people.get(entry.subject())));
        json.set("by", person(view.viewer(), people.get(view.viewer())));
        return json;
    }

    private static ObjectNode person(String learnerId, Learner person) {
        ObjectNode json = Json.object().put("learnerId", learnerId);
        if (person != null) {
            json.put("username", person.username())
                    .put("givenName", person.givenName())
                    .put("familyName", person.familyName());
        }
        return json;
    }

    /** The code of a French département, in a body or a query. */
    static Optional<String> department(Fields fields) {
        Optional<String> department = fields.optionalText("department", 1, 3);
        if (department.filter(d -> !DEPARTMENT.matcher(d).matches()).isPresent()) fields.fault("department", "not-a-department");
        return department;
    }

    static Optional<Uai> uai(Fields fields) {
        Optional<String> uai = fields.optionalText("uai", 1, 8);
        if (uai.filter(u -> !Uai.isValid(u)).isPresent()) fields.fault("uai", "not-a-uai");
        return uai.filter(Uai::isValid).map(Uai::new);
    }
}
