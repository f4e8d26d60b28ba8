package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.audit.AuditTrail.Entry;
import pix.embedded.Call.Answer;
import pix.organisation.Membership;
import pix.organisation.Role;

/** Nobody comes to see a school's students, or leaves, without a trace of who let them. */
class StaffTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_operator_who_makes_themselves_head_is_seen_by_the_head() {
        world.pass(Duration.ofMinutes(1));

        assertEquals(201, appoint(World.OPERATOR, World.OPERATOR, "head").status());

        JsonNode change = changes(World.HEAD).getFirst();
        assertEquals("appoint-head", change.path("what").asText());
        assertEquals(world.now.get().toString(), change.path("at").asText());
        assertEquals(World.OPERATOR, change.at("/person/learnerId").asText());
        assertEquals("user." + World.OPERATOR, change.at("/by/username").asText());
    }

    @Test
    void what_was_done_to_a_person_stands_under_the_person_and_under_the_organisation() {
        world.pass(Duration.ofMinutes(1));
        appoint(World.HEAD, World.STRANGER, "teacher");
        world.pass(Duration.ofMinutes(1));
        appoint(World.HEAD, World.STRANGER, "invigilator");
        world.pass(Duration.ofMinutes(1));
        assertEquals(204, dismiss(World.HEAD, World.STRANGER).status());

        List<String> all = List.of("dismiss-invigilator", "appoint-invigilator", "appoint-teacher");
        assertEquals(all, noted(World.STRANGER).stream().map(e -> e.view().what()).toList());
        assertEquals(all, noted(World.SCHOOL).stream().limit(3).map(e -> e.view().what()).toList());
        assertTrue(noted(World.SCHOOL).stream().limit(3).allMatch(e -> e.subject().equals(World.STRANGER)
                && e.view().viewer().equals(World.HEAD) && e.view().organisationId().equals(Optional.of(World.SCHOOL))));
    }

    @Test
    void what_changes_nothing_leaves_nothing() {
        int before = noted(World.SCHOOL).size();

        appoint(World.HEAD, World.TEACHER, "teacher");
        dismiss(World.HEAD, World.STRANGER);
        appoint(World.TEACHER, World.STRANGER, "teacher");
        dismiss(World.HEAD, World.HEAD);

        assertEquals(before, noted(World.SCHOOL).size());
    }

    @Test
    void a_role_that_is_another_by_now_is_not_ended() {
        Membership asTeacher = new Membership(World.SCHOOL, World.TEACHER, Role.TEACHER);
        appoint(World.OPERATOR, World.TEACHER, "head");

        assertEquals(false, world.wiring.organisations().dismiss(asTeacher, World.HEAD, world.now.get()));

        assertEquals(Optional.of(Role.HEAD), world.wiring.organisations().role(World.SCHOOL, World.TEACHER));
    }

    @Test
    void teachers_and_invigilators_are_not_told_who_appointed_whom() {
        assertTrue(changes(World.TEACHER).isEmpty());
        assertTrue(changes(World.INVIGILATOR).isEmpty());
        assertEquals(3, changes(World.OPERATOR).size());
    }

    private Answer appoint(String by, String person, String role) {
        return world.call("appoint-staff", by).path("id", World.SCHOOL).with("username", TextNode.valueOf("user." + person))
                .with("role", TextNode.valueOf(role)).to(new AppointStaffHandler(world.wiring));
    }

    private Answer dismiss(String by, String person) {
        return world.call("dismiss-staff", by).path("id", World.SCHOOL).path("learnerId", person).to(new DismissStaffHandler(world.wiring));
    }

    private List<JsonNode> changes(String reader) {
        Answer answer = world.call("list-staff", reader).path("id", World.SCHOOL).to(new ListStaffHandler(world.wiring));
        return StreamSupport.stream(answer.json().path("changes").spliterator(), false).toList();
    }

    private List<Entry> noted(String subject) {
        return world.wiring.auditTrail().of(subject, Optional.empty()).entries();
    }
}
