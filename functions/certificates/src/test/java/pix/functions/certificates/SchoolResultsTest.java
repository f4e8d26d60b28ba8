package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.audit.AuditTrail;
import pix.audit.AuditTrail.View;
import pix.certificate.Certificate;
import pix.certificate.School;
import pix.certificate.SchoolBooklet;
import pix.certificate.StudentIds;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.learner.Situation;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Role;
import pix.organisation.Uai;
import pix.store.DynamoAuditTrail;

class SchoolResultsTest {
    private static final School OTHER = new School("school-2", Optional.of("0750654D"), Optional.of("3A"));

    private final World world = new World();
    private final StudentIds studentIds = sealed -> Optional.of(sealed.replace("sealed:", ""));
    private final ListBookletHandler booklet = new ListBookletHandler(
            world.organisations, new SchoolBooklet(world.certificates), studentIds, world.clock);
    private final AuditTrail auditTrail = new DynamoAuditTrail(world.store.client(), "Organisations");
    private final ListResultsHandler results =
            new ListResultsHandler(world.organisations, world.certificates, studentIds, auditTrail, world.clock);

    @BeforeEach
    void schools() {
        add("school-1", "0750655E");
        add("school-2", "0750654D");
        world.organisations.appoint(new Membership("school-1", "teacher-1", Role.TEACHER), "operator-1", world.clock.instant());
        world.organisations.appoint(new Membership("school-1", "invigilator-1", Role.INVIGILATOR), "operator-1", world.clock.instant());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_booklet_has_the_latest_certificate_of_each_student_of_the_school_and_of_no_other() {
        world.published.publish(aResult().of("a").sealed("sealed:120890177FA").result());
        world.published.publish(aResult().of("b").in("session-1").result());
        world.published.publish(aResult().of("c").at(OTHER).result());
        world.published.publish(aResult().of("d").as(Situation.OTHER).result());
        world.published.publish(aResult().of("e").at(null).result());
        world.sweep();
        world.now.set(NOW.plus(Duration.ofDays(30)));
        Certificate latest = world.issued(aResult().of("b").in("session-2").result());

        JsonNode page = Call.of("list-booklet").to(booklet).json();

        assertEquals(2, page.path("certifications").size(), page.toString());
        assertFalse(page.has("cursor"));
        JsonNode a = page.path("certifications").path(0);
        assertEquals("120890177FA", a.path("nationalStudentId").asText());
        assertEquals("Martin", a.path("familyName").asText());
        assertEquals("valid", a.path("status").asText());
        assertEquals("{\"code\":\"1.1\",\"level\":5}", a.path("competences").path(0).toString());
        assertEquals(latest.code().grouped(), page.path("certifications").path(1).path("certificateCode").asText());
    }

    @Test
    void the_booklet_comes_in_pages_without_gap_or_repeat() {
        int students = 230;
        IntStream.range(0, students).forEach(i -> world.published.publish(aResult().of("learner-" + i)
                .as(i % 10 == 9 ? Situation.OTHER : Situation.TERMINALE).result()));
        world.sweep();
        List<String> codes = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            Call call = Call.of("list-booklet");
            JsonNode page = cursor.map(c -> call.query("cursor", c)).orElse(call).to(booklet).json();
            page.path("certifications").forEach(c -> codes.add(c.path("certificateCode").asText()));
            cursor = Optional.ofNullable(page.path("cursor").textValue());
            pages++;
        } while (cursor.isPresent());

        assertEquals(3, pages);
        assertEquals(207, codes.size());
        assertEquals(207, new HashSet<>(codes).size());
    }

    @Test
    void the_booklet_of_a_school_without_certificates_is_empty_and_of_no_school_is_not_found() {
        assertEquals(204, Call.of("list-booklet").to(booklet).status());
        assertEquals(404, Call.of("list-booklet").path("uai", "0752524L").to(booklet).status());
        assertEquals(404, Call.of("list-booklet").path("uai", "nonsense").to(booklet).status());
        world.issued(aResult().result());
        assertEquals(204, Call.of("list-booklet").query("since", "2027-03-21").to(booklet).status());
        assertEquals(200, Call.of("list-booklet").query("since", "2027-03-20").to(booklet).status());
    }

    @Test
    void the_booklet_is_for_the_system_that_was_granted_it() {
        assertEquals(403, Call.of("list-results").path("uai", "0750655E").to(booklet).status());
    }

    @Test
    void teachers_see_the_results_of_their_school_and_of_a_class_of_it() {
        world.published.publish(aResult().of("a").result());
        world.published.publish(aResult().of("b").at(new School("school-1", Optional.empty(), Optional.of("3B"))).result());
        world.published.publish(aResult().of("c").at(OTHER).result());
        world.sweep();

        assertEquals(2, Call.of("list-results").to(results).json().path("results").size());
        assertEquals(1, Call.of("list-results").query("class", "3B").to(results).json().path("results").size());
        assertEquals(403, Call.of("list-results").path("id", "school-2").to(results).status());
        assertEquals(403, Call.of("list-results").by("invigilator-1", "i").to(results).status());
        assertEquals(403, Call.of("list-results").by("learner-1", "lea").to(results).status());
    }

    @Test
    void teachers_take_the_results_away_as_a_file_for_a_spreadsheet() {
        world.published.publish(aResult().of("a").named("=SUM(1)", "L\"Été", "Lyon").sealed("sealed:120890177FA").result());
        world.sweep();

        Answer answer = Call.of("list-results").query("class", "3A").header("accept", "text/csv").to(results);

        String[] lines = new String(answer.bytes(), StandardCharsets.UTF_8).split("\r\n");
        assertEquals("text/csv; charset=utf-8", answer.headers().path("content-type").asText());
        assertEquals("attachment; filename=\"20270320_resultats_3A.csv\"", answer.headers().path("content-disposition").asText());
        assertEquals("\uFEFF\"Numéro de certification\";\"Prénom\";\"Nom\";\"Date de naissance\";\"Lieu de naissance\";"
                + "\"Identifiant Externe\";\"Statut\";\"Nombre de Pix\";\"1.1\";\"1.2\";\"1.3\";\"2.1\";\"2.2\";\"2.3\";\"2.4\";"
                + "\"3.1\";\"3.2\";\"3.3\";\"3.4\";\"4.1\";\"4.2\";\"4.3\";\"5.1\";\"5.2\";"
                + "\"Commentaire jury pour l'organisation\";\"Session\";\"Centre de certification\";"
                + "\"Date de passage de la certification\"", lines[0]);
        assertTrue(lines[1].endsWith(";\"'=SUM(1)\";\"L\"\"Été\";\"14/03/2012\";\"Lyon\";\"120890177FA\";\"Validée\";\"528\";"
                + "\"5\";\"4\";\"3\";\"6\";\"5\";\"4\";\"2\";\"7\";\"3\";\"4\";\"-\";\"5\";\"6\";\"4\";\"3\";\"5\";"
                + "\"\";\"session-1\";\"Collège Jean Moulin\";\"12/03/2027\""), lines[1]);
        assertEquals(2, lines.length);
    }

    @Test
    void the_file_is_in_the_order_of_classes_and_names() {
        world.published.publish(aResult().of("a").named("Zoé", "Été", "Lyon").result());
        world.published.publish(aResult().of("b").named("Anaïs", "Étang", "Lyon").result());
        world.published.publish(aResult().of("c").named("Max", "Zébu", "Lyon").at(new School("school-1", Optional.empty(), Optional.of("2B"))).result());
        world.published.publish(aResult().of("d").named("Max", "Ferrand", "Lyon").result());
        world.sweep();

        Answer answer = Call.of("list-results").header("accept", "text/csv").without("class").to(results);

        assertEquals(List.of("Zébu", "Étang", "Été", "Ferrand"), new String(answer.bytes(), StandardCharsets.UTF_8).lines().skip(1)
                .map(line -> line.split(";")[2].replace("\"", "")).toList());
    }

    @Test
    void every_look_of_staff_at_results_leaves_an_entry_and_a_refused_one_none() {
        world.issued(aResult().of("a").result());
        world.published.publish(aResult().of("c").at(OTHER).result());
        world.sweep();
        Call.of("list-results").by("invigilator-1", "ines").to(results);

        Call.of("list-results").by("teacher-1", "theo").to(results);
        world.now.set(NOW.plusSeconds(60));
        Call.of("list-results").by("teacher-1", "theo").header("accept", "text/csv").to(results);

        List<AuditTrail.Entry> entries = auditTrail.of("a", Optional.empty()).entries();
        View first = new View(NOW, "teacher-1", "results", Optional.of("school-1"));
        assertEquals(List.of(NOW.plusSeconds(60), NOW), entries.stream().map(e -> e.view().at()).toList());
        assertEquals(new AuditTrail.Entry(first, "a"), entries.getLast());
        assertTrue(auditTrail.of("c", Optional.empty()).entries().isEmpty(), "nobody of another school was shown");
    }

    private void add(String id, String uai) {
        world.organisations.add(new Organisation(id, OrganisationType.COLLEGE, Optional.of(new Uai(uai)), "École", "Paris",
                "75", NOW));
    }
}
