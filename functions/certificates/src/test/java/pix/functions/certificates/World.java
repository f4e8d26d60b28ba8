package pix.functions.certificates;

import static pix.functions.certificates.Fixtures.AUTHORITY;
import static pix.functions.certificates.Fixtures.NOW;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CorrectCertificate;
import pix.certificate.IssueCertificates;
import pix.certificate.Issuer;
import pix.certificate.PublishedResult;
import pix.certificate.RevokeCertificate;
import pix.embedded.Call;
import pix.embedded.EmbeddedStore;
import pix.embedded.KeyFileSigner;
import pix.functions.certificates.pdf.CertificatePdf;
import pix.store.DynamoCertificates;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoStatusLists;
import pix.store.DynamoVerificationLimit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everything a test of certificates stands on, over a real store. */
final class World implements AutoCloseable {
    final EmbeddedStore store = EmbeddedStore.inMemory();
    final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    final InstantSource clock = now::get;
    final KeyFileSigner signer = KeyFileSigner.withNewKey();
    final SecureRandom random = new SecureRandom();
    final Authority authority = AUTHORITY;
    final DynamoCertificates certificates = new DynamoCertificates(store.client(), "Certificates");
    final DynamoStatusLists statusLists = statusLists(store.client());
    final DynamoPublishedResults published = published(store.client());
    final DynamoOrganisations organisations = new DynamoOrganisations(store.client(), "Organisations");
    final DynamoVerificationLimit limit = new DynamoVerificationLimit(store.client(), "Certificates", clock);
    final Issuer issuer = issuer(authority);
    final CredentialVerifier verifier = new CredentialVerifier(authority, signer, statusLists, clock);

    final VerifyCertificateHandler verify = new VerifyCertificateHandler(certificates, limit, authority, clock);
    final VerifyCredentialHandler verifyCredential = new VerifyCredentialHandler(verifier, limit);
    final ShowStatusListHandler statusList =
            new ShowStatusListHandler(statusLists, new StatusListCredentials(authority, issuer));
    final ListCertificatesHandler list = new ListCertificatesHandler(certificates, authority, clock);
    final ShowCertificateHandler show =
            new ShowCertificateHandler(certificates, authority, new CertificatePdf(authority), clock);
    final ShowCredentialHandler credential = new ShowCredentialHandler(certificates);
    final UpdateCertificateHandler update = new UpdateCertificateHandler(certificates, authority, clock);
    final RevokeCertificateHandler revoke =
            new RevokeCertificateHandler(new RevokeCertificate(certificates, clock), authority, clock);
    final CorrectCertificateHandler correct = correct(store.client());

    Issuer issuer(Authority authority) {
        return new Issuer(authority, new OpenBadge(authority, random), signer, clock);
    }

    DynamoStatusLists statusLists(DynamoDbClient client) {
        return new DynamoStatusLists(client, "Certificates", clock, random);
    }

    DynamoPublishedResults published(DynamoDbClient client) {
        return new DynamoPublishedResults(client, "Certificates", () -> CertificateCode.draw(random));
    }

    /** Corrections, over a client that may be told to fail. */
    CorrectCertificateHandler correct(DynamoDbClient client) {
        return new CorrectCertificateHandler(new CorrectCertificate(new DynamoCertificates(client, "Certificates"),
                statusLists(client), issuer, () -> CertificateCode.draw(random), clock), authority, clock);
    }

    /** The sweep, over a client that may be told to fail. */
    IssueCertificatesHandler sweep(DynamoDbClient client) {
        return new IssueCertificatesHandler(new IssueCertificates(new DynamoCertificates(client, "Certificates"),
                statusLists(client), issuer, clock), clock);
    }

    Call.Answer sweep() {
        return Call.of("issue-certificates").to(sweep(store.client()));
    }

    /** The certificate of a result published and issued on the spot. */
    Certificate issued(PublishedResult result) {
        published.publish(result);
        sweep();
        return held(result.learnerId()).getFirst();
    }

    List<Certificate> held(String learnerId) {
        return certificates.heldBy(learnerId);
    }

    @Override
    public void close() {
        store.close();
    }
}
