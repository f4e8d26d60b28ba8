package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A certification session.
 *
 * @param revision grows with every change but seats; two writers cannot both change the same one
 * @param centre the name of the organisation when it was planned
 * @param seatsTaken how many candidates it has
 * @param invigilators the {@code learnerId}s of staff who supervise it; where empty, every invigilator may
 */
public record Session(
        String sessionId,
        long revision,
        String organisationId,
        String centre,
        Plan plan,
        int seatsTaken,
        String accessCode,
        SessionState state,
        Instant createdAt,
        Optional<Instant> openedAt,
        Optional<Cancellation> cancellation,
        Optional<Finalisation> finalisation) {

    /** A test takes this long without extra time. */
    public static final Duration TEST = Duration.ofMinutes(105);
    /** Two sessions of one person lie at least this far apart: the test with all extra time, and the way. */
    static final Duration APART = Duration.ofHours(4);

    /** What the organiser decides. @param department the code of the French département, for example {@code 75} */
    public record Plan(
            Instant startsAt,
            String room,
            String address,
            String department,
            int capacity,
            Audience audience,
            Set<String> invigilators) {
        public Plan {
            if (capacity < 1) throw new IllegalArgumentException("a session has at least one seat");
            invigilators = Set.copyOf(invigilators);
        }
    }

    public record Cancellation(Instant at, String reason) {}

    static Session planned(String sessionId, String organisationId, String centre, Plan plan, String accessCode, Instant now) {
        return new Session(sessionId, 1, organisationId, centre, plan, 0, accessCode, SessionState.OPEN, now,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    public int seatsLeft() {
        return Math.max(0, plan.capacity() - seatsTaken);
    }

    /** Whether anybody may still take a seat. */
    public boolean takesCandidates(Instant now) {
        return state.alive() && now.isBefore(plan.startsAt());
    }

    boolean overlaps(Session other) {
        return Duration.between(plan.startsAt(), other.plan.startsAt()).abs().compareTo(APART) < 0;
    }

    /** The codes people type: upper case, no blanks. */
    boolean opensWith(String typed) {
        return accessCode.equals(typed.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT));
    }

    Session changed(Plan to) {
        return with(to, state, openedAt, cancellation, finalisation);
    }

    Session opened(Instant now) {
        return with(plan, SessionState.RUNNING, Optional.of(now), cancellation, finalisation);
    }

    Session cancelled(Instant now, String reason) {
        return with(plan, SessionState.CANCELLED, openedAt, Optional.of(new Cancellation(now, reason)), finalisation);
    }

    Session finalised(Finalisation how) {
        return with(plan, SessionState.FINALISED, openedAt, cancellation, Optional.of(how));
    }

    /** @param appealed whether an appeal waits for the operator */
    Session published(Instant now, boolean appealed) {
        Finalisation after = finalisation.orElseThrow().published(now);
        return with(plan, SessionState.PUBLISHED, openedAt, cancellation, Optional.of(appealed ? after.appealed() : after));
    }

    Session appealed() {
        return with(plan, state, openedAt, cancellation, Optional.of(finalisation.orElseThrow().appealed()));
    }

    private Session with(
            Plan to, SessionState next, Optional<Instant> opened, Optional<Cancellation> cancelled, Optional<Finalisation> ended) {
        return new Session(sessionId, revision + 1, organisationId, centre, to, seatsTaken, accessCode, next, createdAt,
                opened, cancelled, ended);
    }
}
