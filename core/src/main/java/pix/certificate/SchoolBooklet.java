package pix.certificate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import pix.certificate.Certificates.Page;
import pix.learner.Situation;

/**
 * What the school booklet records of a school: the latest certificate of each student of the two classes that must be
 * certified.
 */
public final class SchoolBooklet {
    private static final Set<Situation> RECORDED = Set.of(Situation.TROISIEME, Situation.TERMINALE);
    private static final int PAGE = 100;

    private final Certificates certificates;

    public SchoolBooklet(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * @param since the first day of issue that counts
     * @param after where the page before ended
     * @return an empty page only where nothing is left
     */
    public Page page(String organisationId, Optional<LocalDate> since, Optional<String> after) {
        Page page = certificates.latestOf(organisationId, after, PAGE);
        Page recorded = new Page(
                page.certificates().stream().filter(c -> isRecorded(c, since)).toList(), page.next());
        boolean nothingYet = recorded.certificates().isEmpty() && recorded.next().isPresent();
        return nothingYet ? page(organisationId, since, recorded.next()) : recorded;
    }

    private static boolean isRecorded(Certificate certificate, Optional<LocalDate> since) {
        LocalDate issuedOn = LocalDate.ofInstant(certificate.issue().at(), ZoneOffset.UTC);
        return RECORDED.contains(certificate.result().situation()) && since.filter(issuedOn::isBefore).isEmpty();
    }
}
