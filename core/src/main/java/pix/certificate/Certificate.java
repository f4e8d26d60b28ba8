package pix.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that was issued.
 *
 * @param credential the same in the form machines check
 * @param showDetail whether whoever verifies it sees the competences; the holder decides
 * @param replaces the certificate this one corrects
 */
public record Certificate(
        CertificateCode code,
        PublishedResult result,
        Issue issue,
        Jws credential,
        boolean showDetail,
        Optional<CertificateCode> replaces,
        Optional<Revocation> revocation) {

    public CertificateStatus status(Instant now) {
        if (revocation.isPresent()) return CertificateStatus.REVOKED;
        boolean over = issue.validUntil().filter(until -> !now.isBefore(until)).isPresent();
        return over ? CertificateStatus.EXPIRED : CertificateStatus.VALID;
    }

    Certificate showingDetail(boolean shown) {
        return new Certificate(code, result, issue, credential, shown, replaces, revocation);
    }

    Certificate revoked(Revocation revocation) {
        return new Certificate(code, result, issue, credential, showDetail, replaces, Optional.of(revocation));
    }
}
