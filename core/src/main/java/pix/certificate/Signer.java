package pix.certificate;

import java.util.List;

/** Holds the issuer's private key, and signs with it. Thread-safe. */
public interface Signer {

    /** The key that signs now. */
    VerificationKey current();

    /** Keys that signed before. What they signed stays valid, so they stay published for ever. */
    List<VerificationKey> retired();

    /** ECDSA on P-256 with SHA-256 of {@code content}: r and s, 32 bytes each. */
    byte[] sign(byte[] content);
}
