package pix.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed JSON document: JSON Web Signature (RFC 7515), compact form, ES256. The payload is kept byte by byte as it was
 * signed.
 *
 * @param signature r and s, 32 bytes each
 */
public record Jws(byte[] header, byte[] payload, byte[] signature) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /** Signs a verifiable credential (media type {@code vc+jwt}). */
    static Jws sign(byte[] credential, Signer signer, String did) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"vc+jwt\",\"cty\":\"vc\",\"kid\":\"" + did + "#" + signer.current().id() + "\"}";
        byte[] headerBytes = header.getBytes(StandardCharsets.UTF_8);
        return new Jws(headerBytes, credential, signer.sign(signed(headerBytes, credential)));
    }

    /** Reads the compact form, strictly; empty for anything else. */
    public static Optional<Jws> parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            Jws jws = new Jws(DECODER.decode(parts[0]), DECODER.decode(parts[1]), DECODER.decode(parts[2]));
            // The decoder forgives padding and stray bits: one document, one text.
            return jws.compact().equals(compact) ? Optional.of(jws) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String compact() {
        return new String(signed(), StandardCharsets.US_ASCII) + "." + ENCODER.encodeToString(signature);
    }

    /** What the signature is over. */
    public byte[] signed() {
        return signed(header, payload);
    }

    private static byte[] signed(byte[] header, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ENCODER.encode(header));
        out.write('.');
        out.writeBytes(ENCODER.encode(payload));
        return out.toByteArray();
    }
}
