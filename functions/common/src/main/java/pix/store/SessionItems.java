package pix.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.session.Audience;
import pix.session.Finalisation;
import pix.session.Incident;
import pix.session.JuryState;
import pix.session.NotFinished;
import pix.session.Session;
import pix.session.SessionState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions to items of the table and back. */
final class SessionItems {
    static final String FACET = "session";
    static final Set<String> COUNTERS = Set.of("seatsTaken");
    static final Set<String> OPTIONAL = Set.of(
            "bookableIn", "openedAt", "cancelledAt", "cancellationReason", "finalisedAt", "finalisedBy", "incidents",
            "notFinished", "jury", "publishFrom", "publishedAt");

    private SessionItems() {}

    static Map<String, AttributeValue> key(String sessionId) {
        return Map.of("sessionId", AttributeValue.fromS(sessionId), "facet", AttributeValue.fromS(FACET));
    }

    static Map<String, AttributeValue> write(Session session) {
        Session.Plan plan = session.plan();
        Attributes item = Attributes.empty()
                .put("sessionId", session.sessionId())
                .put("facet", FACET)
                .put("revision", session.revision())
                .put("organisationId", session.organisationId())
                .put("centre", session.centre())
                .put("startsAt", plan.startsAt())
                .put("room", plan.room())
                .put("address", plan.address())
                .put("department", plan.department())
                .put("capacity", plan.capacity())
                .put("audience", plan.audience().code())
                .putTexts("invigilators", plan.invigilators())
                .put("seatsTaken", session.seatsTaken())
                .put("accessCode", session.accessCode())
                .put("state", session.state().code())
                .put("createdAt", session.createdAt())
                .putTime("openedAt", session.openedAt());
        // Only what can be booked is in the index of what can be booked.
        boolean bookable = plan.audience() == Audience.PUBLIC && session.state().alive();
        if (bookable) item.put("bookableIn", plan.department());
        session.cancellation().ifPresent(c -> item.put("cancelledAt", c.at()).put("cancellationReason", c.reason()));
        session.finalisation().ifPresent(f -> write(f, item));
        return item.map();
    }

    private static void write(Finalisation f, Attributes item) {
        item.put("finalisedAt", f.at())
                .put("finalisedBy", f.by())
                .put("incidents", f.incidents(), i -> Attributes.empty()
                        .put("kind", i.kind().code()).put("learnerId", i.learnerId()).put("text", i.text()))
                .putMap("notFinished", f.notFinished().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().code())))
                .put("jury", f.jury().code())
                .putTime("publishFrom", f.publishFrom())
                .putTime("publishedAt", f.publishedAt());
    }

    static Session read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Session.Plan plan = new Session.Plan(item.time("startsAt"), item.text("room"), item.text("address"),
                item.text("department"), (int) item.number("capacity"), Audience.ofCode(item.text("audience")).orElseThrow(),
                Set.copyOf(item.texts("invigilators")));
        Optional<Instant> cancelledAt = item.optionalTime("cancelledAt");
        return new Session(item.text("sessionId"), item.number("revision"), item.text("organisationId"),
                item.text("centre"), plan, (int) item.number("seatsTaken"), item.text("accessCode"),
                SessionState.ofCode(item.text("state")).orElseThrow(), item.time("createdAt"), item.optionalTime("openedAt"),
                cancelledAt.map(at -> new Session.Cancellation(at, item.text("cancellationReason"))),
                item.optionalTime("finalisedAt").map(at -> finalisation(item, at)));
    }

    private static Finalisation finalisation(Attributes item, Instant at) {
        return new Finalisation(at, item.text("finalisedBy"),
                item.list("incidents", i -> new Incident(Incident.Kind.ofCode(i.text("kind")).orElseThrow(),
                        i.optionalText("learnerId"), i.text("text"))),
                item.textMap("notFinished").entrySet().stream().collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> NotFinished.ofCode(e.getValue()).orElseThrow())),
                JuryState.ofCode(item.text("jury")).orElseThrow(), item.optionalTime("publishFrom"),
                item.optionalTime("publishedAt"));
    }
}
