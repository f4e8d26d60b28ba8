package pix.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pix.assessment.Profile;
import pix.certificate.CertificateStatus;
import pix.certificate.Certificates;
import pix.enrolment.Standing;
import pix.enrolment.Standings;
import pix.session.Session;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks up profiles, agendas and certificates of many people in batches. Thread-safe. */
public final class DynamoStandings implements Standings {
    private static final int AT_ONCE = 16;

    private final DynamoDbClient client;
    private final String learners;
    private final String sessions;
    private final Certificates certificates;
    private final InstantSource clock;

    /** @param learners and {@code sessions}: the names of the tables */
    public DynamoStandings(
            DynamoDbClient client, String learners, String sessions, Certificates certificates, InstantSource clock) {
        this.client = client;
        this.learners = learners;
        this.sessions = sessions;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Map<String, Standing> of(Collection<String> learnerIds) {
        Map<String, Profile> profiles = profiles(learnerIds);
        Set<String> booked = booked(learnerIds);
        Set<String> certified = certified(learnerIds);
        Map<String, Standing> standings = new HashMap<>();
        learnerIds.forEach(id -> standings.put(id, new Standing(
                profiles.getOrDefault(id, Profile.empty(id)), booked.contains(id), certified.contains(id))));
        return standings;
    }

    private Map<String, Profile> profiles(Collection<String> learnerIds) {
        Map<String, Profile> profiles = new HashMap<>();
        BatchRead.items(client, learners, learnerIds.stream().map(DynamoProfiles::key).toList(), false)
                .forEach(item -> profiles.put(item.get("learnerId").s(), DynamoProfiles.read(item.get("learnerId").s(), item)));
        return profiles;
    }

    /** Who has a seat in a session that is to come and still takes place. */
    private Set<String> booked(Collection<String> learnerIds) {
        Map<String, List<String>> agendas = new HashMap<>();
        BatchRead.items(client, sessions, learnerIds.stream().map(DynamoSeats::agendaKey).toList(), false)
                .forEach(item -> agendas.put(item.get("sessionId").s(), Attributes.of(item).texts("sessionIds")));
        Set<String> toCome = toCome(agendas.values().stream().flatMap(List::stream).distinct().toList());
        Set<String> booked = new HashSet<>();
        learnerIds.forEach(id -> {
            if (agendas.getOrDefault("learner#" + id, List.of()).stream().anyMatch(toCome::contains)) booked.add(id);
        });
        return booked;
    }

    private Set<String> toCome(List<String> sessionIds) {
        Instant now = clock.instant();
        Set<String> toCome = new HashSet<>();
        for (Map<String, AttributeValue> item : BatchRead.items(client, sessions, sessionIds.stream().map(SessionItems::key).toList(), false)) {
            Session session = SessionItems.read(item);
            if (session.state().alive() && session.plan().startsAt().isAfter(now)) toCome.add(session.sessionId());
        }
        return toCome;
    }

    private Set<String> certified(Collection<String> learnerIds) {
        Instant now = clock.instant();
        Set<String> certified = new HashSet<>();
        ConsumedUnits units = ConsumedUnits.current();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            Map<String, Future<Boolean>> looks = new HashMap<>();
            learnerIds.forEach(id -> looks.put(id, threads.submit(() -> units.measure(() -> holds(id, now)))));
            looks.forEach((id, look) -> {
                if (result(look)) certified.add(id);
            });
        }
        return certified;
    }

    private boolean holds(String learnerId, Instant now) {
        return certificates.heldBy(learnerId).stream().anyMatch(c -> c.status(now) == CertificateStatus.VALID);
    }

    private static boolean result(Future<Boolean> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("certificates could not be looked up", e.getCause());
        }
    }
}
