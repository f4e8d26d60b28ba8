package pix.certificate;

import java.time.InstantSource;
import java.util.Optional;

/** The operator ends a certificate, for good. */
public final class RevokeCertificate {

    public sealed interface Outcome {
        /** Ended now, or before with the same reason. */
        record Revoked(Certificate certificate) implements Outcome {}

        record AlreadyRevoked() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Certificates certificates;
    private final InstantSource clock;

    public RevokeCertificate(Certificates certificates, InstantSource clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    public Outcome revoke(CertificateCode code, String reason, String operator) {
        Optional<Certificate> found = certificates.find(code);
        if (found.isEmpty()) return new Outcome.Unknown();
        if (found.get().revocation().isEmpty()) {
            Certificate revoked =
                    found.get().revoked(new Revocation(clock.instant(), reason, operator, Optional.empty()));
            if (certificates.revoke(revoked)) return new Outcome.Revoked(revoked);
            found = certificates.find(code);
        }
        Certificate ended = found.orElseThrow();
        boolean repeated = ended.revocation().orElseThrow().replacedBy().isEmpty()
                && ended.revocation().get().reason().equals(reason);
        return repeated ? new Outcome.Revoked(ended) : new Outcome.AlreadyRevoked();
    }
}
