package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pix.certificate.IssueCertificates;
import pix.certificate.Issuer;
import pix.certificate.Jws;
import pix.certificate.Signer;
import pix.functions.certificates.CredentialVerifier.Refusal;
import pix.functions.certificates.CredentialVerifier.Verdict;
import pix.signing.KmsSigner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** The signer of a deployment, against what speaks the protocol of KMS. */
class KmsSignerTest {
    private static StandInKms standIn;
    private static KmsClient kms;

    @BeforeAll
    static void connect() throws IOException {
        standIn = new StandInKms();
        kms = client(standIn.address());
    }

    @AfterAll
    static void close() {
        standIn.close();
    }

    @Test
    void what_kms_signs_our_verifier_accepts_and_a_tampered_byte_it_refuses() {
        Signer signer = new KmsSigner(kms, newKey(kms), List.of());
        try (World world = new World()) {
            Jws credential = issued(world, signer);
            CredentialVerifier verifier = verifier(world, signer);
            byte[] tampered = credential.payload().clone();
            tampered[tampered.length / 2] ^= 1;

            assertInstanceOf(Verdict.Accepted.class, verifier.verify(credential.compact()));
            assertEquals(new Verdict.Refused(Refusal.BAD_SIGNATURE),
                    verifier.verify(new Jws(credential.header(), tampered, credential.signature()).compact()));
        }
    }

    @Test
    void a_retired_key_still_checks_what_it_signed_and_an_unknown_one_nothing() {
        String before = newKey(kms);
        Signer old = new KmsSigner(kms, before, List.of());
        try (World world = new World()) {
            String credential = issued(world, old).compact();
            String now = newKey(kms);

            assertInstanceOf(Verdict.Accepted.class,
                    verifier(world, new KmsSigner(kms, now, List.of(before))).verify(credential));
            assertEquals(new Verdict.Refused(Refusal.UNKNOWN_KEY),
                    verifier(world, new KmsSigner(kms, now, List.of())).verify(credential));
        }
    }

    @Test
    void every_signature_has_the_form_of_jose() {
        Signer signer = new KmsSigner(kms, newKey(kms), List.of());
        for (int i = 0; i < 300; i++) {
            Jws unsigned = new Jws(new byte[] {'{', '}'}, new byte[] {(byte) i, (byte) (i >> 8)}, new byte[0]);
            byte[] signature = signer.sign(unsigned.signed());

            assertEquals(64, signature.length);
            assertTrue(CredentialVerifier.isSigned(new Jws(unsigned.header(), unsigned.payload(), signature), signer.current()));
        }
    }

    /**
     * Somebody else's KMS: the one named with {@code -Dpix.aws.endpoint}, or a {@code moto_server} of the test's own
     * where that program is found. Moto knows no digests: it hashes what it is given, so that it signs the digest's digest.
     */
    @Test
    void another_implementation_takes_what_we_ask_and_signs_it_too() throws Exception {
        String named = System.getProperty("pix.aws.endpoint", "");
        try (MotoServer moto = named.isBlank() ? MotoServer.start().orElse(null) : null) {
            assumeTrue(!named.isBlank() || moto != null,
                    "skipped: no KMS is named with -Dpix.aws.endpoint, and there is no moto_server on the PATH");
            KmsClient other = client(moto == null ? URI.create(named) : moto.address());
            Signer signer = new KmsSigner(other, newKey(other), List.of());
            byte[] content = "content".getBytes(StandardCharsets.UTF_8);

            byte[] signature = signer.sign(content);

            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertTrue(signs(signature, content, signer) || moto != null && signs(signature, digest, signer));
        }
    }

    private static boolean signs(byte[] signature, byte[] content, Signer signer) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(signer.current().key());
        verifier.update(content);
        return verifier.verify(signature);
    }

    private static Jws issued(World world, Signer signer) {
        Issuer issuer = new Issuer(world.authority, new OpenBadge(world.authority, world.random), signer, world.clock);
        world.published.publish(aResult().result());
        new IssueCertificates(world.certificates, world.statusLists, issuer, world.clock)
                .run(NOW.plusSeconds(60), Runnable::run, e -> {});
        return world.held("learner-1").getFirst().credential();
    }

    private static CredentialVerifier verifier(World world, Signer signer) {
        return new CredentialVerifier(world.authority, signer, world.statusLists, world.clock);
    }

    private static String newKey(KmsClient kms) {
        return kms.createKey(k -> k.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY))
                .keyMetadata().keyId();
    }

    private static KmsClient client(URI endpoint) {
        return KmsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
