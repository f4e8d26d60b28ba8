package pix.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: six digits for every half minute since 1970, by HMAC-SHA-1 (RFC 6238, RFC 4226). */
public final class Totp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** 160 bits, the length RFC 4226 recommends. */
    private static final int SECRET_LENGTH = 32;
    private static final String HMAC = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int DRIFT = 1;

    private Totp() {}

    static String newSecret(SecureRandom random) {
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        random.ints(SECRET_LENGTH, 0, BASE_32.length()).forEach(i -> secret.append(BASE_32.charAt(i)));
        return secret.toString();
    }

    /** @param secret in base 32 */
    public static String of(String secret, Instant now) {
        return of(secret, step(now));
    }

    /** The half minute of which this is the code: the present one, the one before or the one after. */
    static OptionalLong matching(String secret, String code, Instant now) {
        byte[] shown = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - DRIFT, step(now) + DRIFT)
                .filter(step -> MessageDigest.isEqual(of(secret, step).getBytes(StandardCharsets.UTF_8), shown))
                .findFirst();
    }

    private static long step(Instant time) {
        return time.getEpochSecond() / SECONDS;
    }

    private static String of(String secret, long step) {
        byte[] hash = hmac(decoded(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
        return String.format("%06d", number % 1_000_000);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char c : base32.toUpperCase(Locale.ROOT).replace("=", "").toCharArray()) {
            held = held << 5 | BASE_32.indexOf(c);
            bits += 5;
            if (bits >= 8 && bytes.hasRemaining()) bytes.put((byte) (held >> (bits -= 8)));
        }
        return bytes.array();
    }
}
