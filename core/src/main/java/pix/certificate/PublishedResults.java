package pix.certificate;

/** Where publishing a session leaves each candidate's result for the sweep that issues certificates. */
public interface PublishedResults {

    /**
     * Keeps a result and draws the code of its certificate. Safe to repeat: a candidate of a session has one result, the
     * first one published.
     *
     * @return false where this candidate's result was published before; nothing is written
     */
    boolean publish(PublishedResult result);
}
