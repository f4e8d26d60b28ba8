package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pix.assessment.Profile;
import pix.assessment.Profiles;

/**
 * A learner takes a seat in a public session, or gives it back. The counter, the candidate and the learner's agenda
 * change in one step, so that the last seat has one owner and nobody sits in two places.
 */
public final class BookSeat {

    public sealed interface Booking {
        /** Now, or before. */
        record Booked(Candidate candidate) implements Booking {}

        record Full() implements Booking {}

        record Closed() implements Booking {}

        /** In another session at that time. */
        record Elsewhere(String sessionId) implements Booking {}

        /** @param reached competences at level 1 */
        record NotCertifiable(int reached) implements Booking {}

        /** No public session. */
        record Unknown() implements Booking {}
    }

    public enum Release {
        RELEASED,
        /** By the school, which alone may undo it. */
        ENROLLED_BY_SCHOOL,
        ALREADY_STARTED,
        CLOSED
    }

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Seats seats;
    private final Candidates candidates;
    private final Profiles profiles;
    private final InstantSource clock;

    public BookSeat(Sessions sessions, Seats seats, Candidates candidates, Profiles profiles, InstantSource clock) {
        this.sessions = sessions;
        this.seats = seats;
        this.candidates = candidates;
        this.profiles = profiles;
        this.clock = clock;
    }

    public Booking book(String sessionId, String learnerId) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Candidate> already = candidates.find(sessionId, learnerId);
            if (already.isPresent()) return new Booking.Booked(already.get());
            Optional<Session> found = sessions.find(sessionId).filter(s -> s.plan().audience() == Audience.PUBLIC);
            if (found.isEmpty()) return new Booking.Unknown();
            Session session = found.get();
            Instant now = clock.instant();
            if (!session.takesCandidates(now)) return new Booking.Closed();
            if (session.seatsLeft() == 0) return new Booking.Full();
            Profile profile = profiles.find(learnerId);
            if (!profile.certifiable()) return new Booking.NotCertifiable(profile.competencesReached());
            Agenda agenda = seats.agenda(learnerId);
            Optional<String> clash = clash(sessions, agenda, session);
            if (clash.isPresent()) return new Booking.Elsewhere(clash.get());
            Candidate candidate = Candidate.booked(sessionId, learnerId, now);
            Seats.Newcomer newcomer = new Seats.Newcomer(candidate, agenda.with(sessionId));
            switch (seats.take(session, List.of(newcomer), Event.about(candidate, "booked", now, learnerId))) {
                case TAKEN -> {
                    return new Booking.Booked(candidate);
                }
                case FULL -> {
                    return new Booking.Full();
                }
                case CLOSED -> {
                    return new Booking.Closed();
                }
                case CHANGED -> {
                    // The same person books on another device: look again.
                }
            }
        }
        throw new IllegalStateException("an agenda kept changing");
    }

    /** The session in somebody's agenda that overlaps with {@code session}. */
    static Optional<String> clash(Sessions sessions, Agenda agenda, Session session) {
        return sessions.findAll(agenda.sessionIds()).stream()
                .filter(other -> !other.sessionId().equals(session.sessionId()))
                .filter(other -> other.state().alive() && other.overlaps(session))
                .map(Session::sessionId)
                .findFirst();
    }

    /** The candidate gives the seat back. */
    public Release cancel(String sessionId, String learnerId) {
        return release(sessionId, learnerId, learnerId, false);
    }

    /** The head takes a candidate off the list. */
    public Release remove(String sessionId, String learnerId, String by) {
        return release(sessionId, learnerId, by, true);
    }

    private Release release(String sessionId, String learnerId, String by, boolean head) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Candidate> found = candidates.find(sessionId, learnerId);
            if (found.isEmpty()) return Release.RELEASED;
            Candidate candidate = found.get();
            if (!head && candidate.enrolment().isPresent()) return Release.ENROLLED_BY_SCHOOL;
            if (candidate.sitting().isPresent()) return Release.ALREADY_STARTED;
            Session session = sessions.find(sessionId).orElseThrow();
            if (!session.state().alive()) return Release.CLOSED;
            Agenda after = seats.agenda(learnerId).without(sessionId);
            Event event = Event.about(candidate, "removed", clock.instant(), by);
            if (seats.release(candidate, after, event)) return Release.RELEASED;
        }
        throw new IllegalStateException("a candidate kept changing");
    }
}
