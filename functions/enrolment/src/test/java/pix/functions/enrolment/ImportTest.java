package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.enrolment.School.COLUMNS;
import static pix.functions.enrolment.School.counts;
import static pix.functions.enrolment.School.row;
import static pix.functions.enrolment.School.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call.Answer;
import pix.enrolment.Student;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ImportTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_file_brings_its_students_and_brought_again_changes_nothing_at_the_price_of_nothing() {
        JsonNode first = school.bring(COLUMNS + rows(0, 60, "3A"));
        List<Student> before = school.roster();
        String again = school.put(COLUMNS + rows(0, 60, "3A"), "import");
        JsonNode line = school.event(again, school.wiring).json();

        assertEquals("done", first.path("state").asText());
        assertEquals("60 0 0 0 0", counts(first));
        assertEquals("0 0 60 0 0", counts(school.show(again)));
        assertEquals(before, school.roster());
        assertTrue(line.path("writeUnits").asDouble() <= 8, line.toString());
    }

    @Test
    void a_corrected_file_changes_what_differs() {
        school.bring(COLUMNS + rows(0, 10, "3A"));

        JsonNode corrected = school.bring(COLUMNS + rows(0, 4, "3A") + rows(4, 6, "3B") + rows(6, 12, "3A"));

        assertEquals("2 2 8 0 0", counts(corrected));
        assertEquals(2, school.roster().stream().filter(s -> s.className().get().equals("3B")).count());
        JsonNode classes = school.call("list-classes", School.TEACHER).to(new ListClassesHandler(school.wiring)).json();
        assertEquals("{\"classes\":[{\"className\":\"3A\",\"students\":10},{\"className\":\"3B\",\"students\":2}],\"students\":12}",
                classes.toString());
    }

    @Test
    void a_preview_says_what_would_happen_and_writes_no_student() {
        school.bring(COLUMNS + rows(0, 3, "3A"));

        JsonNode preview = school.bring(COLUMNS + row(0, "3B") + row(1, "3A") + row(9, "3A") + "bad;;;;;\n", "preview");

        assertEquals("1 1 1 1 1", counts(preview));
        assertEquals(3, school.roster().size());
        assertEquals("3A", school.roster().getFirst().className().orElseThrow());
    }

    @Test
    void a_file_that_is_none_is_refused_as_a_whole_with_a_sentence() {
        JsonNode refused = school.bring("colour;shape\nred;round\n");

        assertEquals("refused", refused.path("state").asText());
        assertFalse(refused.at("/refusal/detail").asText().isBlank());
        assertTrue(school.roster().isEmpty());
    }

    @Test
    void every_fault_is_in_the_report_and_the_first_hundred_in_the_answer() {
        StringBuilder csv = new StringBuilder(COLUMNS).append(rows(0, 2, "3A"));
        for (int i = 0; i < 120; i++) csv.append(";=Martin;Léa;31/02/2012;3A;\n");

        JsonNode upload = school.bring(csv.toString());
        String report = school.objects.readText(new UploadKeys(School.ID, upload.path("uploadId").asText()).report()).orElseThrow();

        assertEquals("2 0 0 120 0", counts(upload));
        assertEquals(100, upload.path("errors").size());
        assertTrue(report.lines().count() > 120, "a line a fault");
        assertTrue(report.contains("\"'=Martin\"") || !report.contains("\"=Martin"), "no cell runs as a formula");
        assertTrue(upload.path("reportUrl").asText().startsWith("http://localhost/local/objects/reports/"));
    }

    @Test
    void an_ine_that_comes_later_belongs_to_the_student_who_is_there() {
        school.bring(COLUMNS + ";Martin;Léa;14/03/2012;3A;\n");
        String id = school.named("Martin").studentId();

        JsonNode later = school.bring(COLUMNS + "123456789AB;Martin;LEA;14/03/2012;3A;\n");

        assertEquals("0 1 0 0 0", counts(later));
        assertEquals(id, school.named("Martin").studentId());
        assertEquals("123456789AB", school.named("Martin").sealedIne().flatMap(school.keys::open).orElseThrow());
        assertFalse(school.named("Martin").sealedIne().orElseThrow().contains("123456789AB"));
    }

    @Test
    void a_student_whose_row_must_be_mended_is_not_missing() {
        school.bring(COLUMNS + rows(0, 2, "3A") + ";Martin;Léa;14/03/2012;3A;\n;Petit;Luc;14/03/2012;3A;\n;Moreau;Lou;14/03/2012;3A;\n");

        JsonNode upload = school.bring(COLUMNS + row(0, "3A").replace("/03/", "/13/") + "000000001AA;Élève-b;Zoé;1er mars;3A;\n"
                + ";MARTIN;Lea;31/02/2012;3A;\n;Petit;Luc;14/03/2012;3A;luc.petit\n");

        assertEquals("0 0 0 4 1", counts(upload));
        assertEquals("Moreau", missing(upload).at("/students/0/familyName").asText());
    }

    @Test
    void of_two_who_share_names_and_birth_date_a_row_without_an_id_is_neither() {
        school.bring(COLUMNS + "123456789AB;Martin;Léa;14/03/2012;3A;\n223456789AB;Martin;Léa;14/03/2012;3B;\n");

        JsonNode upload = school.bring(COLUMNS + ";MARTIN;lea;14/03/2012;3C;\n");

        assertEquals("0 0 0 1 0", counts(upload));
        assertEquals("ambiguous-name", upload.at("/errors/0/code").asText());
        assertEquals(List.of("3A", "3B"), school.roster().stream().map(s -> s.className().orElseThrow()).sorted().toList());
    }

    private JsonNode missing(JsonNode upload) {
        return school.call("list-departures", School.TEACHER).path("uploadId", upload.path("uploadId").asText())
                .to(new ListDeparturesHandler(school.wiring)).json();
    }

    @Test
    void whoever_is_missing_is_listed_leaves_when_the_head_says_so_and_may_come_back() {
        school.bring(COLUMNS + rows(0, 5, "3A"));
        JsonNode fewer = school.bring(COLUMNS + rows(0, 3, "3A"));
        String uploadId = fewer.path("uploadId").asText();

        JsonNode missing = school.call("list-departures", School.TEACHER).path("uploadId", uploadId).to(new ListDeparturesHandler(school.wiring)).json();
        Answer byTeacher = school.call("confirm-departures", School.TEACHER).path("uploadId", uploadId).to(new ConfirmDeparturesHandler(school.wiring));
        Answer byHead = school.call("confirm-departures", School.HEAD).path("uploadId", uploadId).to(new ConfirmDeparturesHandler(school.wiring));
        Answer again = school.call("confirm-departures", School.HEAD).path("uploadId", uploadId).to(new ConfirmDeparturesHandler(school.wiring));

        assertEquals("0 0 3 0 2", counts(fewer));
        assertEquals(2, missing.path("students").size());
        assertEquals(403, byTeacher.status());
        assertEquals(2, byHead.json().path("departed").asInt());
        assertEquals(0, again.json().path("departed").asInt());
        assertEquals(3, school.roster().stream().filter(Student::active).count());
        assertEquals("0 2 3 0 0", counts(school.bring(COLUMNS + rows(0, 5, "3A"))));
        assertEquals(5, school.roster().stream().filter(Student::active).count());
        assertEquals(409, school.call("confirm-departures", School.HEAD).path("uploadId", uploadId).to(new ConfirmDeparturesHandler(school.wiring)).status());
    }

    @Test
    void wherever_a_run_is_killed_the_next_one_leaves_the_roster_and_the_counts_of_one_clean_run() {
        List<String> clean;
        try (School other = new School()) {
            other.bring(COLUMNS + rows(0, 30, "3A"));
            other.bring(COLUMNS + rows(5, 20, "3B") + rows(20, 60, "3A"));
            clean = other.told();
        }
        for (boolean through : new boolean[] {true, false}) {
            try (School other = new School()) {
                assertEquals("30 0 0 0 0", counts(killedAtEveryCall(other, COLUMNS + rows(0, 30, "3A"), through, 8)));
                assertEquals("30 15 10 0 5", counts(killedAtEveryCall(other, COLUMNS + rows(5, 20, "3B") + rows(20, 60, "3A"), through, 12)));
                assertEquals(clean, other.told());
            }
        }
    }

    private static JsonNode killedAtEveryCall(School school, String csv, boolean lastGetsThrough, int least) {
        String uploadId = school.put(csv, "import");
        int deaths = 0;
        boolean died = true;
        for (int calls = 0; died; calls++) {
            Flaky line = new Flaky(school.store.client(), calls, lastGetsThrough);
            kill(school, uploadId, line);
            died = line.died();
            if (died) deaths++;
            school.pass(Duration.ofSeconds(61));
        }
        assertTrue(deaths >= least, deaths + " runs died");
        school.event(uploadId, school.wiring);
        return school.show(uploadId);
    }

    private static void kill(School school, String uploadId, DynamoDbClient line) {
        try {
            school.event(uploadId, school.wiring(line));
        } catch (IllegalStateException e) {
            // It died before it was done.
        }
    }

    @Test
    void two_files_at_once_and_an_event_that_comes_twice_leave_what_one_after_another_leaves() throws Exception {
        List<String> ids = List.of(school.put(COLUMNS + rows(0, 80, "3A"), "import"), school.put(COLUMNS + rows(40, 120, "3A"), "import"));
        List<Callable<Answer>> events = new ArrayList<>();
        for (String id : ids) for (int i = 0; i < 2; i++) events.add(() -> school.event(id, school.wiring));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(events);
        }

        JsonNode one = school.show(ids.getFirst());
        JsonNode other = school.show(ids.getLast());
        assertEquals(120, one.path("created").asInt() + other.path("created").asInt());
        assertEquals(40, one.path("unchanged").asInt() + other.path("unchanged").asInt());
        assertEquals(120, school.roster().size());
    }

    @Test
    void logs_nothing_personal() {
        String uploadId = school.put(COLUMNS + "123456789AB;Martin;Léa;14/03/2012;3A;lea@example.org\n", "import");

        String log = String.join("\n", school.event(uploadId, school.wiring).log());

        for (String word : List.of("Martin", "Léa", "2012", "123456789AB", "example.org", "3A")) assertFalse(log.contains(word), log);
    }
}
