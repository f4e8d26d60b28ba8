package pix.session;

/** Where a published success goes on to become a certificate. Everything here is safe to repeat. */
public interface HandOver {

    /** Hands over what a candidate reached: a candidate of a session has one certificate. */
    void certified(Session session, Candidate candidate, Result result);

    /** Takes back what may have been handed over, because the jury decided otherwise since. */
    void withdrawn(Session session, Candidate candidate, Result.Publication decision);
}
