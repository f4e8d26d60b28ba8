package pix.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pix.Page;

/** Where sessions and their logs are kept. */
public interface Sessions {

    void add(Session session, Event event);

    Optional<Session> find(String sessionId);

    /**
     * Replaces a session, all but the seats taken, and logs why, both or neither. False where somebody was faster, or
     * where more seats are taken than it would have; nothing is written.
     */
    boolean change(Session after, Event event);

    /** The sessions of an organisation, the latest first. */
    Page<Session> ofOrganisation(String organisationId, Optional<String> cursor);

    /** Public sessions in a département with seats left that start in a stretch of time, the earliest first. */
    Page<Session> withSeats(String department, Instant from, Instant until, Optional<String> cursor);

    /** Finalised sessions on their way to publication, the first finalised first. */
    Page<Session> ofJury(JuryState state, Optional<String> cursor);

    /** What happened, in order. */
    Page<Event> log(String sessionId, Optional<String> cursor);

    /** Some sessions by their ids, in no order; those that do not exist are left out. */
    List<Session> findAll(List<String> sessionIds);
}
