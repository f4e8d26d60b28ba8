package pix.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pix.embedded.MotoServer;
import pix.enrolment.Ine;
import pix.enrolment.RosterKeys;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** Against {@code moto_server} where it is installed; else skipped. */
class KmsRosterKeysTest {
    private static final Ine INE = new Ine("123456789AB");

    private static Optional<MotoServer> server;
    private static KmsClient kms;

    @BeforeAll
    static void connect() {
        server = MotoServer.start();
        server.ifPresent(moto -> kms = KmsClient.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
        assumeTrue(server.isPresent(), "moto_server is not installed");
    }

    @AfterAll
    static void stop() {
        server.ifPresent(MotoServer::close);
    }

    @Test
    void what_one_process_sealed_another_opens_and_finds_by_the_same_hash() {
        String keyId = newKey();
        RosterKeys one = new KmsRosterKeys(() -> kms, keyId);
        RosterKeys other = new KmsRosterKeys(() -> kms, keyId);

        String sealed = one.seal(INE);

        assertFalse(sealed.contains(INE.number()));
        assertEquals(Optional.of(INE.number()), other.open(sealed));
        assertArrayEquals(one.hash("ine", INE.number()), other.hash("ine", INE.number()));
    }

    @Test
    void another_key_of_kms_opens_nothing_and_finds_nothing() {
        RosterKeys ours = new KmsRosterKeys(() -> kms, newKey());
        RosterKeys others = new KmsRosterKeys(() -> kms, newKey());

        assertNotEquals(Optional.of(INE.number()), others.open(ours.seal(INE)));
        assertFalse(Arrays.equals(ours.hash("ine", INE.number()), others.hash("ine", INE.number())));
    }

    @Test
    void kms_is_asked_once_and_only_when_a_key_is_needed() {
        AtomicInteger asked = new AtomicInteger();
        String keyId = newKey();
        RosterKeys keys = new KmsRosterKeys(() -> {
            asked.incrementAndGet();
            return kms;
        }, keyId);
        int before = asked.get();

        for (int i = 0; i < 10; i++) keys.seal(INE);

        assertEquals(0, before);
        assertEquals(1, asked.get());
    }

    private static String newKey() {
        return kms.createKey(k -> k.keySpec(KeySpec.HMAC_256).keyUsage(KeyUsageType.GENERATE_VERIFY_MAC)).keyMetadata().keyId();
    }
}
