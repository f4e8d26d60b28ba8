package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.enrolment.School.COLUMNS;
import static pix.functions.enrolment.School.HEAD;
import static pix.functions.enrolment.School.TEACHER;
import static pix.functions.enrolment.School.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call.Answer;
import pix.enrolment.Student;
import pix.store.DynamoSchoolLinks;

/** A school larger than what one request looks at. */
class LargeSchoolTest {
    private static final int OF_3A = 1100;
    private static final int OF_3B = 950;

    private final School school = new School();

    @BeforeEach
    void bring() {
        school.bring(COLUMNS + rows(0, OF_3A, "3A") + rows(OF_3A, OF_3A + OF_3B, "3B"));
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void is_counted_request_by_request() {
        Student first = school.wiring.students().active(School.ID, Optional.of("3A"), Optional.empty(), 1).entries().getFirst();
        Student last = school.wiring.students().active(School.ID, Optional.of("3B"), Optional.empty(), 1000).entries().getLast();
        DynamoSchoolLinks links = new DynamoSchoolLinks(school.store.client(), "Learners", "Organisations");
        links.link(first, "learner-1", school.now.get());
        links.link(last, "learner-2", school.now.get());

        Answer begun = overview("", "");
        String cursor = begun.json().path("cursor").asText();
        Answer done = overview("", cursor);

        assertEquals(202, begun.status());
        assertEquals(2000, begun.json().path("counted").asInt());
        assertEquals(2, begun.json().size(), "nothing of a part: " + begun.json());
        assertEquals(200, done.status());
        assertEquals(OF_3A + OF_3B, done.json().path("students").asInt());
        assertEquals(2, done.json().path("withAccount").asInt());
        assertEquals(done.json(), overview("", cursor).json(), "asked again");
    }

    @Test
    void a_cursor_is_of_one_group_and_made_by_nobody_else() {
        String cursor = overview("", "").json().path("cursor").asText();

        assertFalse(cursor.contains(" 0 0"), cursor);
        assertEquals("422 /cursor malformed", fault(overview("3A", cursor)));
        assertEquals("422 /cursor malformed", fault(overview("", cursor.substring(0, cursor.length() - 8) + "AAAAAAA=")));
        assertEquals("422 /cursor malformed", fault(overview("", "1.x")));
        assertEquals("422 /cursor malformed", fault(overview("", "demonstration-1")));
        assertEquals(200, overview("3A", "").status());
    }

    @Test
    void says_what_to_do_where_codes_are_too_many_to_print() {
        JsonNode all = codes("").json();
        JsonNode ofClass = codes("3A").json();

        assertEquals("choose-a-class", all.at("/errors/0/code").asText());
        assertTrue(all.at("/errors/0/detail").asText().contains("choisissez une classe"), all.toString());
        assertEquals("class-too-large", ofClass.at("/errors/0/code").asText());
        assertEquals(200, codes("3B").status());
    }

    private Answer overview(String className, String cursor) {
        var call = school.call("show-overview", TEACHER).without("class");
        if (!className.isEmpty()) call = call.query("class", className);
        if (!cursor.isEmpty()) call = call.query("cursor", cursor);
        return call.to(new ShowOverviewHandler(school.wiring));
    }

    private Answer codes(String className) {
        var call = school.call("print-claim-codes", HEAD).without("class");
        if (!className.isEmpty()) call = call.query("class", className);
        return call.to(new PrintClaimCodesHandler(school.wiring));
    }

    private static String fault(Answer answer) {
        return answer.status() + " " + answer.json().at("/errors/0/pointer").asText() + " " + answer.json().at("/errors/0/code").asText();
    }
}
