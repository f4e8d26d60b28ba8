package pix.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import pix.enrolment.Ine;
import pix.enrolment.RosterKeys;

/**
 * The keys of rosters, all derived from one secret of 32 bytes: hashes are HMAC-SHA-256 under a key for each purpose, ids
 * and words are sealed with AES-256-GCM under a random nonce. Thread-safe.
 */
public final class SecretRosterKeys implements RosterKeys {
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Written in front, so that another way of sealing can follow one day. */
    private static final String VERSION = "1.";

    private final byte[] secret;
    private final SecretKeySpec sealing;
    private final SecureRandom random = new SecureRandom();

    /** @param secret 32 bytes that never change */
    public SecretRosterKeys(byte[] secret) {
        if (secret.length != 32) throw new IllegalArgumentException("a secret of 32 bytes");
        this.secret = secret.clone();
        this.sealing = new SecretKeySpec(mac(this.secret, "seal"), "AES");
    }

    @Override
    public byte[] hash(String purpose, String words) {
        return mac(secret, purpose + "\n" + words);
    }

    @Override
    public String seal(Ine ine) {
        return seal(ine.number());
    }

    @Override
    public String seal(String words) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, words.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return VERSION + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public Optional<String> open(String sealed) {
        if (!sealed.startsWith(VERSION)) return Optional.empty();
        byte[] both = decoded(sealed.substring(VERSION.length()));
        if (both.length < NONCE_BYTES) return Optional.empty();
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(both, NONCE_BYTES, both.length))
                .map(words -> new String(words, StandardCharsets.UTF_8));
    }

    /** Nothing where it is no Base64. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Empty where the text was sealed with another key, or changed since. */
    private Optional<byte[]> cipher(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String words) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
