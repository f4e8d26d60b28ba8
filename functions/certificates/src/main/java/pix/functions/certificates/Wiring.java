package pix.functions.certificates;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.Period;
import pix.audit.AuditTrail;
import pix.certificate.Authority;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.certificate.CorrectCertificate;
import pix.certificate.IssueCertificates;
import pix.certificate.Issuer;
import pix.certificate.RevokeCertificate;
import pix.certificate.SchoolBooklet;
import pix.certificate.Signer;
import pix.certificate.StatusLists;
import pix.certificate.StudentIds;
import pix.certificate.VerificationLimit;
import pix.organisation.Organisations;
import pix.platform.Platform;
import pix.store.DynamoAuditTrail;
import pix.store.DynamoCertificates;
import pix.store.DynamoOrganisations;
import pix.store.DynamoStatusLists;
import pix.store.DynamoVerificationLimit;

/** What the handlers of this module are made of. */
final class Wiring {
    private static final String TABLE = "Certificates";

    private Wiring() {}

    static InstantSource clock() {
        return Platform.current().clock();
    }

    static Authority authority() {
        Platform platform = Platform.current();
        return new Authority(required("ISSUER_NAME"), required("SERVICE_NAME"), URI.create(required("PUBLIC_ADDRESS")),
                platform.setting("CERTIFICATE_VALIDITY").map(Period::parse));
    }

    static Certificates certificates() {
        return new DynamoCertificates(Platform.current().dynamo(), Platform.current().table(TABLE));
    }

    static StatusLists statusLists() {
        Platform platform = Platform.current();
        return new DynamoStatusLists(platform.dynamo(), platform.table(TABLE), platform.clock(), new SecureRandom());
    }

    static VerificationLimit verificationLimit() {
        Platform platform = Platform.current();
        return new DynamoVerificationLimit(platform.dynamo(), platform.table(TABLE), platform.clock());
    }

    static Organisations organisations() {
        return new DynamoOrganisations(Platform.current().dynamo(), Platform.current().table("Organisations"));
    }

    static AuditTrail auditTrail() {
        return new DynamoAuditTrail(Platform.current().dynamo(), Platform.current().table("Organisations"));
    }

    /** The roster holds the key. */
    static StudentIds studentIds() {
        return Platform.current().rosterKeys();
    }

    static Signer signer() {
        return OneSigner.SIGNER;
    }

    static Issuer issuer() {
        return new Issuer(authority(), new OpenBadge(authority(), new SecureRandom()), signer(), clock());
    }

    static IssueCertificates issueCertificates() {
        return new IssueCertificates(certificates(), statusLists(), issuer(), clock());
    }

    static RevokeCertificate revokeCertificate() {
        return new RevokeCertificate(certificates(), clock());
    }

    static CorrectCertificate correctCertificate() {
        SecureRandom random = new SecureRandom();
        return new CorrectCertificate(certificates(), statusLists(), issuer(), () -> CertificateCode.draw(random), clock());
    }

    static SchoolBooklet schoolBooklet() {
        return new SchoolBooklet(certificates());
    }

    static StatusListCredentials statusListCredentials() {
        return new StatusListCredentials(authority(), issuer());
    }

    static CredentialVerifier credentialVerifier() {
        return new CredentialVerifier(authority(), signer(), statusLists(), clock());
    }

    private static String required(String setting) {
        return Platform.current().setting(setting)
                .orElseThrow(() -> new IllegalStateException("the setting " + setting + " is missing"));
    }

    /** Made once a process: it asks for its public keys. */
    private static final class OneSigner {
        private static final Signer SIGNER = Platform.current().signer();
    }
}
