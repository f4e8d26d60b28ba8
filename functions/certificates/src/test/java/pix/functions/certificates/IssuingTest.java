package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.certificate.Certificate;
import pix.certificate.DueResult;
import pix.certificate.IssueCertificates;
import pix.certificate.Issuer;
import pix.certificate.StatusEntry;
import pix.embedded.Call;
import pix.embedded.Flaky;
import pix.store.ConsumedUnits;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class IssuingTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void issues_what_is_due_and_leaves_what_is_not() {
        world.published.publish(aResult().of("learner-1").result());
        world.published.publish(aResult().of("learner-2").dueAt(NOW.plusSeconds(1)).result());

        JsonNode first = world.sweep().json();
        world.now.set(NOW.plusSeconds(1));
        JsonNode second = world.sweep().json();

        assertEquals(1, first.path("issued").asInt());
        assertEquals(1, second.path("issued").asInt());
        assertEquals(NOW, world.held("learner-1").getFirst().issue().at());
        assertEquals(NOW.plusSeconds(1), world.held("learner-2").getFirst().issue().at());
    }

    @Test
    void a_candidate_of_a_session_has_one_result_however_often_it_is_published() throws Exception {
        List<Callable<Boolean>> all =
                IntStream.range(0, 20).<Callable<Boolean>>mapToObj(i -> () -> world.published.publish(aResult().result())).toList();

        long published;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            published = pool.invokeAll(all).stream().filter(f -> f.resultNow()).count();
        }
        world.sweep();

        assertEquals(1, published);
        assertFalse(world.published.publish(aResult().result()));
        assertEquals(1, world.held("learner-1").size());
    }

    @Test
    void the_same_person_has_a_certificate_a_session_and_the_newest_is_first() {
        world.issued(aResult().in("session-1").result());
        world.now.set(NOW.plus(Duration.ofDays(300)));
        world.issued(aResult().in("session-2").result());

        assertEquals(List.of("session-2", "session-1"),
                world.held("learner-1").stream().map(c -> c.result().sessionId()).toList());
    }

    @Test
    void five_sweeps_at_once_issue_each_certificate_once_with_a_status_bit_of_its_own() throws Exception {
        int candidates = 200;
        IntStream.range(0, candidates).forEach(i -> world.published.publish(aResult().of("learner-" + i).result()));
        List<Callable<Call.Answer>> sweeps = IntStream.range(0, 5).<Callable<Call.Answer>>mapToObj(i -> world::sweep).toList();

        int issued;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            issued = pool.invokeAll(sweeps).stream().mapToInt(f -> f.resultNow().json().path("issued").asInt()).sum();
        }

        assertEquals(candidates, issued);
        assertEachHasOne(candidates);
    }

    @Test
    void wherever_a_sweep_is_killed_the_next_one_leaves_nobody_without_and_nobody_with_two() {
        int candidates = 6;
        IntStream.range(0, candidates).forEach(i -> world.published.publish(aResult().of("learner-" + i).result()));
        int deaths = 0;
        for (int calls = 0; calls < 40; calls++) {
            Flaky line = new Flaky(world.store.client(), calls % 20, calls < 20);
            kill(line);
            if (line.died()) deaths++;
        }

        world.sweep();

        assertTrue(deaths >= 10, deaths + " sweeps died");
        assertEachHasOne(candidates);
        assertEquals(0, world.sweep().json().path("issued").asInt());
    }

    private void kill(DynamoDbClient line) {
        try {
            Call.of("issue-certificates").to(world.sweep(line));
        } catch (IllegalStateException e) {
            // The line was dead before anything could be read: the run fails as a whole.
        }
    }

    @Test
    void stops_when_its_time_is_up_and_says_so() {
        IntStream.range(0, 30).forEach(i -> world.published.publish(aResult().of("learner-" + i).result()));
        InstantSource ticking = new InstantSource() {
            private Instant at = NOW;

            @Override
            public synchronized Instant instant() {
                at = at.plusMillis(10);
                return at;
            }
        };
        IssueCertificates issue = new IssueCertificates(world.certificates, world.statusLists, world.issuer, ticking);

        IssueCertificates.Report report = issue.run(NOW.plusMillis(100), Runnable::run, e -> {});
        JsonNode rest = world.sweep().json();

        assertFalse(report.finished());
        assertTrue(report.issued() > 0 && report.issued() < 30, report.toString());
        assertEquals(30 - report.issued(), rest.path("issued").asInt());
    }

    @Test
    void one_bad_result_does_not_keep_the_others_waiting() {
        IntStream.range(0, 8).forEach(i -> world.published.publish(aResult().of("learner-" + i).result()));
        Issuer broken = new Issuer(world.authority, (result, issue) -> {
            if (result.learnerId().equals("learner-3")) throw new IllegalStateException("bad");
            return new byte[0];
        }, world.signer, world.clock);
        IssueCertificates issue = new IssueCertificates(world.certificates, world.statusLists, broken, world.clock);

        IssueCertificates.Report report = issue.run(NOW.plusSeconds(60), Runnable::run, e -> {});

        assertEquals(new IssueCertificates.Report(7, 0, 1, true), report);
        assertEquals(1, world.sweep().json().path("issued").asInt(), "and it is still due");
    }

    @Test
    void issuing_costs_one_write_of_the_certificate_and_its_indexes() {
        world.published.publish(aResult().result());
        DueResult due = IntStream.range(0, world.certificates.shards())
                .mapToObj(shard -> world.certificates.due(shard, NOW, Optional.empty()))
                .flatMap(List::stream).findFirst().orElseThrow();
        Certificate certificate = new Fixtures(due.result()).certificate(world.signer);
        Certificate real = new Certificate(due.code(), due.result(), certificate.issue(), certificate.credential(), true,
                Optional.empty(), Optional.empty());
        ConsumedUnits units = new ConsumedUnits();

        units.measure(() -> world.certificates.issue(real));

        assertEquals(0, units.read());
        assertTrue(units.written() <= 7, "4 for the item, 1 for each index: " + units.written());
    }

    @Test
    void a_sweep_with_nothing_to_do_writes_nothing() {
        String line = world.sweep().log().getFirst();

        assertTrue(line.contains("\"writeUnits\":0.0"), line);
    }

    @Test
    void logs_nothing_personal() {
        world.published.publish(aResult().result());

        String log = String.join("\n", world.sweep().log());

        for (String word : List.of("Martin", "Léa", "2012", "Lyon", "learner-1", "session-1")) assertFalse(log.contains(word), log);
    }

    private void assertEachHasOne(int candidates) {
        Set<StatusEntry> entries = new HashSet<>();
        for (int i = 0; i < candidates; i++) {
            List<Certificate> held = world.held("learner-" + i);
            assertEquals(1, held.size(), "learner-" + i);
            entries.add(held.getFirst().issue().statusEntry());
        }
        assertEquals(candidates, entries.size(), "no two certificates share a status bit");
    }
}
