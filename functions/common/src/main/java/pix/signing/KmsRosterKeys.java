package pix.signing;

import java.util.Optional;
import java.util.function.Supplier;
import pix.enrolment.Ine;
import pix.enrolment.RosterKeys;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * The keys of rosters, derived from one MAC that a key in AWS KMS ({@code HMAC_256}) makes of fixed words: the same 32
 * bytes each time, known to nobody who may not ask for them. Asked for once, when first needed. Thread-safe.
 */
public final class KmsRosterKeys implements RosterKeys {
    private static final String WORDS = "pix roster 1";

    private final Supplier<KmsClient> kms;
    private final String keyId;
    private volatile RosterKeys keys;

    /** @param kms made when it is first needed, since most calls do not @param keyId the id or ARN of the key */
    public KmsRosterKeys(Supplier<KmsClient> kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public byte[] hash(String purpose, String words) {
        return keys().hash(purpose, words);
    }

    @Override
    public String seal(Ine ine) {
        return keys().seal(ine);
    }

    @Override
    public String seal(String words) {
        return keys().seal(words);
    }

    @Override
    public Optional<String> open(String sealed) {
        return keys().open(sealed);
    }

    private RosterKeys keys() {
        RosterKeys known = keys;
        if (known == null) {
            known = new SecretRosterKeys(kms.get().generateMac(g -> g.keyId(keyId)
                            .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                            .message(SdkBytes.fromUtf8String(WORDS)))
                    .mac().asByteArray());
            keys = known;
        }
        return known;
    }
}
