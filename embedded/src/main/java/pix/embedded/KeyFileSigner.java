package pix.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import pix.certificate.Signer;
import pix.certificate.VerificationKey;

/** Signs with a key in a file: for the laptop and for tests. Thread-safe. */
public final class KeyFileSigner implements Signer {
    private final PrivateKey privateKey;
    private final VerificationKey current;
    private final List<VerificationKey> retired;

    private KeyFileSigner(ECKey key, List<VerificationKey> retired) {
        try {
            this.privateKey = key.toECPrivateKey();
            this.current = new VerificationKey(key.toECPublicKey());
            this.retired = List.copyOf(retired);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signer whose key lives in {@code folder}, made there the first time. */
    public static KeyFileSigner withKeyIn(Path folder) {
        return new KeyFileSigner(KeyFile.in(folder.resolve("signing-key.json")), List.of());
    }

    /** A signer with a key nobody has seen before, and the keys that signed before it. */
    public static KeyFileSigner withNewKey(VerificationKey... retired) {
        return new KeyFileSigner(KeyFile.fresh(), List.of(retired));
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
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
