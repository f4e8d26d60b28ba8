package pix.certificate;

import java.util.Optional;

/** Where publishing a session leaves each candidate's result for the sweep that issues certificates. */
public interface PublishedResults {

    /**
     * Keeps a result and draws the code of its certificate. Safe to repeat: a candidate of a session has one result, the
     * first one published.
     *
     * @return false where this candidate's result was published before; nothing is written
     */
    boolean publish(PublishedResult result);

    /** The code drawn for a candidate of a session; empty where nothing was published, or it was taken back. */
    Optional<CertificateCode> codeOf(String sessionId, String learnerId);

    /** Takes back a result that is still due; false where its certificate was issued. */
    boolean takeBack(String sessionId, String learnerId, CertificateCode code);

    /** Frees the candidate's place for another result, once the certificate with this code has ended. */
    void forget(String sessionId, String learnerId, CertificateCode code);
}
