package pix.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import pix.Page;

/**
 * Keeps who saw the results of whom and who appointed whom, for a year. People are their {@code learnerId}s; names are never
 * part of it.
 */
public interface AuditTrail {

    /**
     * One look at a page of results, or one decision about an account or a member of the staff.
     *
     * @param viewer who looked or decided
     * @param what the page, such as {@code students} or {@code results}, or the decision, such as {@code place-accept} or {@code appoint-head}
     * @param organisationId for which organisation the viewer looked, empty for the operator
     */
    record View(Instant at, String viewer, String what, Optional<String> organisationId) {}

    record Entry(View view, String subject) {}

    /** Notes that a page showed these people's results, in one write. Nothing happens where there is nobody. */
    void viewed(View view, Collection<String> subjects);

    /**
     * The newest first: who saw a person's results and who decided about them; of an organisation, who appointed and
     * dismissed whom there.
     *
     * @param subject a {@code learnerId} or an {@code organisationId}
     */
    Page<Entry> of(String subject, Optional<String> cursor);
}
