package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.audit.AuditTrail;
import pix.audit.AuditTrail.View;
import pix.embedded.Call;
import pix.embedded.EmbeddedStore;
import pix.store.ConsumedUnits;
import pix.store.DynamoAuditTrail;

class AuditTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final AuditTrail trail = new DynamoAuditTrail(store.client(), "Organisations");
    private final ListAuditHandler list = new ListAuditHandler(new Wiring(
            store.client(), name -> name, () -> NOW, () -> null, () -> null, ""));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_page_leaves_an_entry_for_each_person_on_it_the_newest_first() {
        trail.viewed(new View(NOW, "teacher-1", "students", Optional.of("school-1")), List.of("learner-1", "learner-2", "learner-1"));
        trail.viewed(new View(NOW.plusSeconds(5), "head-1", "results", Optional.of("school-1")), List.of("learner-1"));

        Call.Answer answer = Call.of("list-audit").query("subject", "learner-1").to(list);

        assertEquals(200, answer.status());
        assertEquals(2, answer.json().path("entries").size());
        assertEquals("head-1", answer.json().at("/entries/0/viewer").asText());
        assertEquals("students", answer.json().at("/entries/1/what").asText());
    }

    @Test
    void goes_on_where_a_page_ended() {
        IntStream.range(0, 130).forEach(i -> trail.viewed(new View(NOW.plusSeconds(i), "teacher-1", "students", Optional.empty()), List.of("learner-1")));

        var first = trail.of("learner-1", Optional.empty());
        var second = trail.of("learner-1", first.cursor());

        assertEquals(100, first.entries().size());
        assertEquals(30, second.entries().size());
        assertEquals(NOW.plusSeconds(29), second.entries().getFirst().view().at());
        assertEquals(Optional.empty(), second.cursor());
    }

    @Test
    void only_the_operator_reads_it() {
        assertEquals(403, Call.of("list-audit").inGroups("teacher").to(list).status());
    }

    @Test
    void costs_one_write_a_person_in_batches() {
        ConsumedUnits units = new ConsumedUnits();

        units.measure(() -> {
            trail.viewed(new View(NOW, "teacher-1", "students", Optional.of("school-1")),
                    IntStream.range(0, 50).mapToObj(i -> "learner-" + i).toList());
            return null;
        });

        assertEquals(50, units.written());
    }
}
