package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static pix.functions.enrolment.School.COLUMNS;
import static pix.functions.enrolment.School.HEAD;
import static pix.functions.enrolment.School.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.embedded.Call.Answer;
import pix.enrolment.PlaceRequest;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.store.DynamoLearners;

class PlaceRequestsTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void the_school_sees_whose_places_are_asked_for_and_nothing_of_who_asks() {
        school.bring(COLUMNS + ";Roux;Max;14/03/2012;3B;\n;Petit;Luc;14/03/2012;3A;\n;Simon;Ali;14/03/2012;3A;\n");
        for (String name : List.of("Roux", "Simon", "Petit")) asks("learner-" + name, Optional.of(school.named(name).studentId()));
        asks("learner-stranger", Optional.empty());

        JsonNode listed = list();

        assertEquals(List.of("Petit", "Simon", "Roux"), listed.findValuesAsText("familyName"));
        assertEquals("3A", listed.at("/requests/0/student/className").asText());
        assertEquals(4, listed.at("/requests/0/reference").asText().length());
        assertFalse(listed.toString().contains("learner-"), listed.toString());
    }

    @Test
    void the_head_accepts_one_and_refuses_the_other_and_no_request_stays() {
        school.bring(COLUMNS + ";Roux;Max;14/03/2012;3B;\n;Petit;Luc;14/03/2012;3A;\n");
        asks("learner-Roux", Optional.of(school.named("Roux").studentId()));
        asks("learner-Petit", Optional.of(school.named("Petit").studentId()));
        String petit = list().at("/requests/0/requestId").asText();
        String roux = list().at("/requests/1/requestId").asText();

        assertEquals(204, decide(petit, "accept").status());
        assertEquals(204, decide(roux, "refuse").status());
        assertEquals("request-over", decide(roux, "accept").json().path("type").asText());
        assertEquals(422, decide(roux, "perhaps").status());
        assertEquals(404, decide("nothing", "accept").status());
        assertEquals(Optional.of("learner-Petit"), school.named("Petit").learnerId());
        assertEquals(Optional.empty(), school.named("Roux").learnerId());
        assertEquals(0, list().path("requests").size());
        assertEquals(HEAD, school.wiring.auditTrail().of("learner-Petit", Optional.empty()).entries().getFirst().view().viewer());
    }

    @Test
    void a_student_with_an_account_or_who_has_left_is_not_asked_for_any_more() {
        school.bring(COLUMNS + ";Roux;Max;14/03/2012;3B;\n");
        asks("learner-Roux", Optional.of(school.named("Roux").studentId()));

        school.wiring.students().update(school.named("Roux").asActive(false));

        assertEquals(0, list().path("requests").size());
    }

    private void asks(String learnerId, Optional<String> studentId) {
        Instant now = school.now.get();
        new DynamoLearners(school.store.client(), "Learners").add(new Learner(learnerId, learnerId, learnerId.endsWith("Petit") ? "Luc" : "Max",
                learnerId.substring("learner-".length()), LocalDate.of(2012, 3, 14), Situation.TROISIEME, Language.FR, Set.of(), now));
        school.wiring.placeRequests().ask(new PlaceRequest("request-" + learnerId.substring("learner-".length()), School.ID, learnerId,
                studentId, now, now.plus(PlaceRequest.KEPT), Optional.empty()));
    }

    private JsonNode list() {
        return school.call("list-place-requests", TEACHER).to(new ListPlaceRequestsHandler(school.wiring)).json();
    }

    private Answer decide(String requestId, String decision) {
        return school.call("decide-place-request", HEAD).path("requestId", requestId).with("decision", TextNode.valueOf(decision))
                .to(new DecidePlaceRequestHandler(school.wiring));
    }
}
