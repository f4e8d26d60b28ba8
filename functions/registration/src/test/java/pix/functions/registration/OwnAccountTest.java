package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.enrolment.LeaveSchools;
import pix.http.Json;
import pix.learner.EraseLearner;
import pix.session.ShowCorrections;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoProfiles;

/** What people see, change, take along and erase of their own. */
class OwnAccountTest {
    private final Newcomer lea = new Newcomer();

    @AfterEach
    void close() {
        lea.close();
    }

    @Test
    void changes_what_is_named_and_keeps_the_rest() {
        String learnerId = lea.registers();

        Answer changed = Call.of("update-learner").by(learnerId, "lea.martin")
                .with("needs", Json.array().add("sight")).to(new UpdateLearnerHandler(lea.learners, Newcomer.NOW));
        Answer refused = Call.of("update-learner").by(learnerId, "lea.martin")
                .with("username", TextNode.valueOf("somebody")).to(new UpdateLearnerHandler(lea.learners, Newcomer.NOW));

        assertEquals(200, changed.status());
        assertEquals("Léa-Marie", changed.json().path("givenName").asText());
        assertEquals("Martin", changed.json().path("familyName").asText());
        assertEquals("en", changed.json().path("locale").asText());
        assertEquals("sight", changed.json().path("needs").path(0).asText());
        assertEquals(422, refused.status());
    }

    @Test
    void erases_a_person_who_gives_their_password_and_frees_the_name() {
        String learnerId = lea.registers();
        List<String> left = new ArrayList<>();
        EraseLearnerHandler erase = new EraseLearnerHandler(new EraseLearner(lea.accounts, lea.learners, List.of(left::add, new LeaveSchools(lea.links))));

        Answer wrong = Call.of("erase-learner").by(learnerId, "lea.martin")
                .with("password", TextNode.valueOf("not-this-one")).to(erase);
        Answer erased = Call.of("erase-learner").by(learnerId, "lea.martin").to(erase);

        assertEquals(401, wrong.status());
        assertEquals(204, erased.status());
        assertEquals(List.of(learnerId), left, "nothing is given back before the password is right");
        assertTrue(lea.learners.find(learnerId).isEmpty());
        assertEquals(401, Call.of("sign-in").to(lea.signIn).status());
        assertNotEquals(learnerId, lea.registers(), "somebody else may take the name");
    }

    @Test
    void exports_everything_held_about_a_person() {
        String learnerId = lea.registers();
        DynamoAssessments assessments = new DynamoAssessments(lea.store.client(), "Assessments", "Learners");
        ExportLearnerHandler export = new ExportLearnerHandler(lea.learners, new DynamoProfiles(lea.store.client(), "Learners"),
                assessments, new ShowCorrections(assessments, new DynamoCandidates(lea.store.client(), "Sessions", assessments)),
                Map.of(
                        "bookings", id -> Json.array(List.of(id), TextNode::valueOf),
                        "schools", new ExportedSchools(lea.links, lea.schools)));

        Answer answer = Call.of("export-learner").by(learnerId, "lea.martin").to(export);

        assertEquals(200, answer.status());
        assertTrue(answer.headers().path("content-disposition").asText().startsWith("attachment"));
        assertEquals("Martin", answer.json().path("account").path("familyName").asText());
        assertEquals(0, answer.json().path("assessments").size());
        assertEquals(learnerId, answer.json().path("bookings").path(0).asText());
    }

    @Test
    void refuses_a_call_without_claims_even_where_the_gateway_let_it_through() {
        assertEquals(401, Call.of("show-learner").anonymous().to(new ShowLearnerHandler(lea.learners)).status());
    }
}
