package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pix.ability.Levels;
import pix.enrolment.ClaimCode;
import pix.enrolment.Standing;
import pix.enrolment.Student;
import pix.http.Json;

/** Students of the roster as the contract writes them. */
final class StudentJson {
    private StudentJson() {}

    private static ObjectNode who(Student s) {
        ObjectNode json = Json.object()
                .put("studentId", s.studentId())
                .put("familyName", s.familyName())
                .put("givenNames", s.givenNames());
        s.className().ifPresent(c -> json.put("className", c));
        return json;
    }

    static ObjectNode departing(Student s) {
        return who(s).put("birthDate", s.birthDate().toString());
    }

    static ObjectNode claim(Student s, ClaimCode code) {
        return who(s).put("claimCode", code.grouped());
    }

    /** @param standing of the account, empty where there is none */
    static ObjectNode standing(Student s, Optional<Standing> standing) {
        ObjectNode json = who(s).put("birthDate", s.birthDate().toString());
        s.usedName().ifPresent(name -> json.put("usedName", name));
        s.externalId().ifPresent(id -> json.put("externalId", id));
        json.put("nationalId", s.ineHash().isPresent()).put("account", s.learnerId().isPresent() ? "claimed" : "none");
        s.learnerId().ifPresent(id -> json.put("learnerId", id));
        json.put("certifiable", standing.filter(known -> known.profile().certifiable()).isPresent())
                .put("booked", standing.filter(Standing::booked).isPresent())
                .put("certified", standing.filter(Standing::certified).isPresent());
        standing.map(Standing::profile).filter(profile -> profile.known()).ifPresent(profile -> json
                .put("pix", profile.pix())
                .put("level", Levels.global(profile.pix())));
        return json;
    }
}
