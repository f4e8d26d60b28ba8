package pix.session;

/** Where a published success goes on to become a certificate. */
public interface HandOver {

    /** Hands over what a candidate reached. Safe to repeat: a candidate of a session has one certificate. */
    void certified(Session session, Candidate candidate, Result result);
}
