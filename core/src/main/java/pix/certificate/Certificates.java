package pix.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where certificates are kept. */
public interface Certificates {

    /** Into how many parts the results that are due are spread, so that they can be issued in parallel. */
    int shards();

    /**
     * Results of one shard that are due, the longest due first: some of those that follow {@code after}. None is left
     * where the list is empty. May still name a result whose certificate was issued a moment ago.
     */
    List<DueResult> due(int shard, Instant upTo, Optional<DueResult> after);

    /** Turns a due result into its certificate; false, and nothing changed, where that has been done. */
    boolean issue(Certificate certificate);

    Optional<Certificate> find(CertificateCode code);

    /** A person's certificates, the newest first. */
    List<Certificate> heldBy(String learnerId);

    /**
     * The latest certificate of each student an organisation enrolled, in an order of its own.
     *
     * @param after the learner the page before ended with
     * @param most how many students at most
     */
    Page latestOf(String organisationId, Optional<String> after, int most);

    /** @param next where the next page begins; empty where this was the last */
    record Page(List<Certificate> certificates, Optional<String> next) {}

    /** Lets those who verify a certificate see its competences or not; false where the person holds no such one. */
    boolean showDetail(CertificateCode code, String learnerId, boolean shown);

    /** Ends a certificate and sets its status bit, in one step; false where it was ended before. */
    boolean revoke(Certificate revoked);

    /** As {@link #revoke}, and issues the certificate that takes its place, in the same step. */
    boolean replace(Certificate revoked, Certificate replacement);
}
