package pix.certificate;

import java.util.Optional;

/**
 * The jury takes back a success it published: a result that waits for its certificate is dropped, a certificate that was
 * issued is revoked, its corrections included. May be cut off anywhere and done again; a later success gets a certificate
 * of its own.
 */
public final class WithdrawResult {
    private final PublishedResults results;
    private final Certificates certificates;
    private final RevokeCertificate revocation;

    public WithdrawResult(PublishedResults results, Certificates certificates, RevokeCertificate revocation) {
        this.results = results;
        this.certificates = certificates;
        this.revocation = revocation;
    }

    /** @param reason in words, for the holder */
    public void withdraw(String sessionId, String learnerId, String reason, String by) {
        Optional<CertificateCode> found = results.codeOf(sessionId, learnerId);
        if (found.isEmpty()) return;
        CertificateCode code = found.get();
        // Whoever issues it at this moment comes first or not at all.
        if (results.takeBack(sessionId, learnerId, code)) return;
        for (Optional<CertificateCode> next = found; next.isPresent(); next = replacement(next.get())) {
            revocation.revoke(next.get(), reason, by);
        }
        results.forget(sessionId, learnerId, code);
    }

    private Optional<CertificateCode> replacement(CertificateCode code) {
        return certificates.find(code).flatMap(Certificate::revocation).flatMap(Revocation::replacedBy);
    }
}
