package pix.certificate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes certificates: dates them, writes the credential and signs it. Thread-safe. */
public final class Issuer {
    private final Authority authority;
    private final CredentialWriter writer;
    private final Signer signer;
    private final InstantSource clock;

    public Issuer(Authority authority, CredentialWriter writer, Signer signer, InstantSource clock) {
        this.authority = authority;
        this.writer = writer;
        this.signer = signer;
        this.clock = clock;
    }

    Certificate certify(DueResult due, StatusEntry entry, Optional<CertificateCode> replaces) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> validUntil =
                authority.validity().map(period -> now.atZone(ZoneOffset.UTC).plus(period).toInstant());
        Issue issue = new Issue(now, validUntil, entry);
        Jws credential = Jws.sign(writer.write(due.result(), issue), signer, authority.did());
        return new Certificate(due.code(), due.result(), issue, credential, true, replaces, Optional.empty());
    }

    /** Signs another credential of the issuer. */
    public Jws sign(byte[] credential) {
        return Jws.sign(credential, signer, authority.did());
    }
}
