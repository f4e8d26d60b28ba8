package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.enrolment.School.COLUMNS;
import static pix.functions.enrolment.School.HEAD;
import static pix.functions.enrolment.School.INVIGILATOR;
import static pix.functions.enrolment.School.STRANGER;
import static pix.functions.enrolment.School.TEACHER;
import static pix.functions.enrolment.School.rows;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.embedded.Call.Answer;
import pix.enrolment.Student;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;
import pix.store.DynamoRoster;
import pix.store.DynamoSchoolLinks;

class RosterTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void lists_students_by_class_and_name_page_by_page() {
        school.bring(COLUMNS + rows(0, 70, "3B") + rows(70, 80, "3A"));

        JsonNode first = list().json();
        JsonNode second = school.call("list-students", TEACHER).without("class").query("cursor", first.path("cursor").asText())
                .to(new ListStudentsHandler(school.wiring)).json();
        JsonNode ofClass = school.call("list-students", TEACHER).query("class", "3A").to(new ListStudentsHandler(school.wiring)).json();

        assertEquals(50, first.path("students").size());
        assertEquals("3A", first.at("/students/0/className").asText());
        assertEquals(30, second.path("students").size());
        assertTrue(second.path("cursor").isMissingNode());
        assertEquals(10, ofClass.path("students").size());
        assertEquals("none", first.at("/students/0/account").asText());
        assertTrue(first.at("/students/0/nationalId").asBoolean());
        assertEquals(10, new DynamoRoster(school.store.client(), "Organisations").ofClass(School.ID, "3A").size());
    }

    @Test
    void shows_levels_and_notes_who_looked() {
        school.bring(COLUMNS + rows(0, 2, "3A"));
        account(school.roster().getFirst(), 1);

        JsonNode students = list().json().path("students");

        JsonNode claimed = students.get(0).path("account").asText().equals("claimed") ? students.get(0) : students.get(1);
        assertTrue(claimed.path("pix").asInt() > 0, claimed.toString());
        assertTrue(claimed.path("certifiable").asBoolean());
        assertEquals(TEACHER, school.wiring.auditTrail().of("learner-1", Optional.empty()).entries().getFirst().view().viewer());
    }

    @Test
    void an_overview_says_nothing_of_the_results_of_nine_and_tells_of_ten() {
        school.bring(COLUMNS + rows(0, 12, "3A"));
        List<Student> all = school.roster();
        for (int i = 0; i < 9; i++) account(all.get(i), i);

        JsonNode nine = overview();
        account(all.get(9), 9);
        JsonNode ten = overview();

        assertEquals(9, nine.path("withAccount").asInt());
        assertEquals("too-few", nine.at("/distribution/reason").asText());
        assertTrue(nine.path("certifiable").isMissingNode());
        assertEquals(10, ten.path("certifiable").asInt());
        assertEquals(16, ten.at("/distribution/competences").size());
        JsonNode levels = ten.at("/distribution/competences/0/levels");
        int sum = 0;
        for (JsonNode n : levels) sum += n.asInt();
        assertEquals(10, sum);
    }

    @Test
    void prints_a_slip_a_student_with_names_as_they_are_written() throws IOException {
        school.bring(COLUMNS + ";Nguyễn;Anaïs;14/03/2012;3A;\n;Œuvrard;Zoé;15/03/2012;3A;\n;Autre;Élève;16/03/2012;3B;\n");

        Answer printed = school.call("print-claim-codes", HEAD).without("class").to(new PrintClaimCodesHandler(school.wiring));

        try (PDDocument document = Loader.loadPDF(printed.bytes())) {
            String text = new PDFTextStripper().getText(document);
            assertEquals(2, document.getNumberOfPages(), "a page a class");
            assertTrue(text.contains("Nguyễn Anaïs") && text.contains("Œuvrard Zoé"), text);
            assertTrue(text.contains(school.named("Autre").claimCode(school.keys).grouped()));
        }
    }

    @Test
    void tells_namesakes_apart_by_no_more_of_their_birth_dates_than_it_takes() throws IOException {
        school.bring(COLUMNS + ";Rosier;Zoé;14/03/2012;3A;\n;ROSIER;Zoe;15/07/2012;3A;\n;Tulipe;Zoé;02/05/2012;3A;\n;Tulipe;Zoé;02/06/2012;3A;\n"
                + ";Rosier;Zoé;16/03/2012;3B;\n");

        Answer printed = school.call("print-claim-codes", HEAD).without("class").to(new PrintClaimCodesHandler(school.wiring));
        Answer file = school.call("print-claim-codes", HEAD).without("class").header("accept", "text/csv")
                .to(new PrintClaimCodesHandler(school.wiring));

        try (PDDocument document = Loader.loadPDF(printed.bytes())) {
            String text = new PDFTextStripper().getText(document);
            String csv = new String(file.bytes(), StandardCharsets.UTF_8);
            for (String mark : List.of("Rosier Zoé · jour de naissance : 14", "ROSIER Zoe · jour de naissance : 15",
                    "Tulipe Zoé · mois de naissance : mai", "Tulipe Zoé · mois de naissance : juin")) {
                assertTrue(text.contains(mark) && csv.contains(mark.replaceAll(".* · ", "")), mark + "\n" + text + csv);
            }
            assertFalse(text.contains("2012") || text.contains("naissance : 16"), text);
        }
    }

    @Test
    void a_renewed_code_is_another_one() {
        school.bring(COLUMNS + rows(0, 1, "3A"));
        Student student = school.roster().getFirst();

        Answer renewed = school.call("renew-claim-code", HEAD).path("studentId", student.studentId()).to(new RenewClaimCodeHandler(school.wiring));

        assertNotEquals(student.claimCode(school.keys).grouped(), renewed.json().path("claimCode").asText());
        assertEquals(school.roster().getFirst().claimCode(school.keys).grouped(), renewed.json().path("claimCode").asText());
    }

    @Test
    void a_student_leaves_comes_back_and_goes_only_without_an_account() {
        school.bring(COLUMNS + rows(0, 3, "3A"));
        Student student = school.roster().getFirst();

        Answer left = school.call("change-student", HEAD).path("studentId", student.studentId()).to(new ChangeStudentHandler(school.wiring));
        int listed = list().json().path("students").size();
        JsonNode whoLeft = school.call("list-students", HEAD).without("class").query("active", "false")
                .to(new ListStudentsHandler(school.wiring)).json();
        Answer back = school.call("change-student", HEAD).path("studentId", student.studentId())
                .with("active", BooleanNode.TRUE).to(new ChangeStudentHandler(school.wiring));
        account(student, 1);
        Answer kept = remove(student);
        Answer gone = remove(school.roster().getLast());

        assertEquals(204, left.status());
        assertEquals(2, listed);
        assertEquals(List.of(student.studentId()), whoLeft.findValuesAsText("studentId"));
        assertEquals(204, back.status());
        assertEquals(409, kept.status());
        assertEquals(204, gone.status());
        assertEquals(Map.of("3A", 2L), school.wiring.rosters().summary(School.ID).classes());
    }

    @Test
    void teachers_look_the_head_changes_and_for_a_stranger_there_is_nothing() {
        school.bring(COLUMNS + rows(0, 1, "3A"));
        Map<String, RequestStreamHandler> looking = Map.of("list-students", new ListStudentsHandler(school.wiring),
                "list-classes", new ListClassesHandler(school.wiring), "show-overview", new ShowOverviewHandler(school.wiring),
                "list-uploads", new ListUploadsHandler(school.wiring), "list-place-requests", new ListPlaceRequestsHandler(school.wiring));
        Map<String, RequestStreamHandler> changing = Map.of("create-upload", new CreateUploadHandler(school.wiring),
                "print-claim-codes", new PrintClaimCodesHandler(school.wiring), "change-student", new ChangeStudentHandler(school.wiring),
                "remove-student", new RemoveStudentHandler(school.wiring), "renew-claim-code", new RenewClaimCodeHandler(school.wiring),
                "confirm-departures", new ConfirmDeparturesHandler(school.wiring),
                "decide-place-request", new DecidePlaceRequestHandler(school.wiring));

        looking.forEach((event, handler) -> assertEquals(List.of(200, 403, 404), statuses(event, handler, TEACHER), event));
        changing.forEach((event, handler) -> assertEquals(List.of(403, 403, 404), statuses(event, handler, TEACHER), event));
    }

    private List<Integer> statuses(String event, RequestStreamHandler handler, String first) {
        List<Integer> statuses = new ArrayList<>();
        for (String who : List.of(first, INVIGILATOR, STRANGER)) statuses.add(school.call(event, who).to(handler).status());
        return statuses;
    }

    private Answer remove(Student student) {
        return school.call("remove-student", HEAD).path("studentId", student.studentId()).to(new RemoveStudentHandler(school.wiring));
    }

    private Answer list() {
        return school.call("list-students", TEACHER).without("class").to(new ListStudentsHandler(school.wiring));
    }

    private JsonNode overview() {
        return school.call("show-overview", TEACHER).to(new ShowOverviewHandler(school.wiring)).json();
    }

    /** The student claims the place and has answered two questions a competence. */
    private void account(Student student, int i) {
        String learnerId = "learner-" + i;
        new DynamoLearners(school.store.client(), "Learners").add(new Learner(learnerId, "user." + learnerId, "Zoé", "Élève",
                LocalDate.of(2012, 3, 14), Situation.TROISIEME, Language.FR, Set.of(), Instant.EPOCH));
        new DynamoSchoolLinks(school.store.client(), "Learners", "Organisations").link(student, learnerId, school.now.get());
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) ability = ability.observe(c, new ItemParameters(1.2, 0, 0, 1), 1);
        Terms terms = new Terms("practice-" + i, learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(), Language.FR,
                Set.of(), 1, "test", school.now.get());
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 2);
        new DynamoAssessments(school.store.client(), "Assessments", "Learners").start(
                new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty()),
                new Profile(learnerId, 1, ability.sites(), answers, SeenItems.none(), Map.of(), Optional.of(school.now.get())));
    }
}
