package pix.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import pix.Page;

/** Keeps who saw the results of whom, for a year. People are their {@code learnerId}s; names are never part of it. */
public interface AuditTrail {

    /**
     * One look at a page of results, or one decision about an account.
     *
     * @param viewer who looked or decided
     * @param what the page, such as {@code students} or {@code results}, or the decision, such as {@code place-accept}
     * @param organisationId for which organisation the viewer looked, empty for the operator
     */
    record View(Instant at, String viewer, String what, Optional<String> organisationId) {}

    record Entry(View view, String subject) {}

    /** Notes that a page showed these people's results, in one write. Nothing happens where there is nobody. */
    void viewed(View view, Collection<String> subjects);

    /** Who saw a person's results, the newest first. */
    Page<Entry> of(String subject, Optional<String> cursor);
}
