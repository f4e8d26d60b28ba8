package pix.signing;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import pix.certificate.Signer;
import pix.certificate.VerificationKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * Signs with a key in AWS KMS ({@code ECC_NIST_P256}, {@code SIGN_VERIFY}). The content is hashed here, so that its
 * size does not matter and KMS never sees it. Public keys are asked for once. Thread-safe.
 */
public final class KmsSigner implements Signer {
    private final KmsClient kms;
    private final String keyId;
    private final VerificationKey current;
    private final List<VerificationKey> retired;

    /**
     * @param keyId the key that signs: its id or ARN
     * @param retiredKeyIds keys that signed before; they stay enabled, though nobody may sign with them
     */
    public KmsSigner(KmsClient kms, String keyId, List<String> retiredKeyIds) {
        this.kms = kms;
        this.keyId = keyId;
        this.current = publicKey(keyId);
        this.retired = retiredKeyIds.stream().map(this::publicKey).toList();
    }

    @Override
    public VerificationKey current() {
        return current;
    }

    @Override
    public List<VerificationKey> retired() {
        return retired;
    }

    @Override
    public byte[] sign(byte[] content) {
        SdkBytes signature = kms.sign(s -> s.keyId(keyId)
                        .messageType(MessageType.DIGEST)
                        .message(SdkBytes.fromByteArray(sha256(content)))
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature();
        return DerSignature.toJose(signature.asByteArray());
    }

    private VerificationKey publicKey(String id) {
        byte[] encoded = kms.getPublicKey(g -> g.keyId(id)).publicKey().asByteArray();
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new VerificationKey((ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("KMS holds no elliptic curve key under the id it was given", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
