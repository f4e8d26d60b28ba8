package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pix.InvalidInput;
import pix.InvalidInput.Fault;
import pix.learner.Learners;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.Organisations;

/** The head plans a session, changes the plan, or calls it off. */
public final class PlanSession {

    public sealed interface Outcome {
        record Done(Session session) implements Outcome {}

        /** More seats are taken than the plan has. */
        record SeatsTaken(int seatsTaken) implements Outcome {}

        /** A candidate has started. */
        record AlreadyStarted() implements Outcome {}

        /** It is past changing. */
        record Closed() implements Outcome {}
    }

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Candidates candidates;
    private final Organisations organisations;
    private final Learners learners;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Supplier<String> accessCodes;

    public PlanSession(
            Sessions sessions,
            Candidates candidates,
            Organisations organisations,
            Learners learners,
            InstantSource clock,
            Supplier<String> ids,
            Supplier<String> accessCodes) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.organisations = organisations;
        this.learners = learners;
        this.clock = clock;
        this.ids = ids;
        this.accessCodes = accessCodes;
    }

    /** @param invigilators in the plan: {@code learnerId}s or user names of staff */
    public Session plan(Organisation organisation, Session.Plan plan, String by) {
        Instant now = clock.instant();
        Session session = Session.planned(ids.get(), organisation.organisationId(), organisation.name(),
                checked(organisation.organisationId(), plan, now), accessCodes.get(), now);
        sessions.add(session, Event.of("planned", session.sessionId(), now, by));
        return session;
    }

    /** Whatever {@code change} makes of the plan. */
    public Outcome change(Session session, UnaryOperator<Session.Plan> change, String by) {
        return attempt(session, current -> {
            Instant now = clock.instant();
            if (current.state() != SessionState.OPEN) return new Outcome.Closed();
            Session.Plan plan = change.apply(current.plan());
            boolean moved = !plan.startsAt().equals(current.plan().startsAt());
            boolean sameStaff = plan.invigilators().equals(current.plan().invigilators());
            Session.Plan next = moved || !sameStaff ? checked(current.organisationId(), plan, now) : plan;
            if (next.capacity() < current.seatsTaken()) return new Outcome.SeatsTaken(current.seatsTaken());
            Session after = current.changed(next);
            return sessions.change(after, Event.of("changed", current.sessionId(), now, by)) ? new Outcome.Done(after) : null;
        });
    }

    public Outcome cancel(Session session, String reason, String by) {
        return attempt(session, current -> {
            if (current.state() == SessionState.CANCELLED) return new Outcome.Done(current);
            if (!current.state().alive()) return new Outcome.Closed();
            boolean started = current.state() == SessionState.RUNNING
                    && candidates.all(current.sessionId()).stream().anyMatch(c -> c.sitting().isPresent());
            if (started) return new Outcome.AlreadyStarted();
            Session after = current.cancelled(clock.instant(), reason);
            Event event = Event.of("cancelled", current.sessionId(), clock.instant(), by).with("reason", reason);
            return sessions.change(after, event) ? new Outcome.Done(after) : null;
        });
    }

    /** @param rule null where somebody was faster */
    private Outcome attempt(Session session, java.util.function.Function<Session, Outcome> rule) {
        Session current = session;
        for (int i = 0; i < TRIES; i++) {
            Outcome outcome = rule.apply(current);
            if (outcome != null) return outcome;
            current = sessions.find(session.sessionId()).orElseThrow();
        }
        throw new IllegalStateException("a session kept changing");
    }

    private Session.Plan checked(String organisationId, Session.Plan plan, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (!plan.startsAt().isAfter(now)) faults.add(new Fault("/startsAt", "in-the-past"));
        Set<String> staff = new HashSet<>(organisations.staff(organisationId).stream().map(Membership::learnerId).toList());
        Set<String> invigilators = new HashSet<>();
        for (String named : plan.invigilators()) {
            Optional<String> found = staff.contains(named) ? Optional.of(named) : learners.findByUsername(named).filter(staff::contains);
            found.ifPresentOrElse(invigilators::add, () -> faults.add(new Fault("/invigilators", "not-staff")));
        }
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        return new Session.Plan(plan.startsAt(), plan.room(), plan.address(), plan.department(), plan.capacity(),
                plan.audience(), invigilators);
    }
}
