package pix.functions.registration;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: a code of six digits for every half minute (RFC 6238). */
final class Totp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private Totp() {}

    static String of(String secret, Instant now) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / SECONDS).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
        return String.format("%06d", number % 1_000_000);
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char c : base32.replace("=", "").toCharArray()) {
            held = held << 5 | BASE_32.indexOf(c);
            bits += 5;
            if (bits >= 8 && bytes.hasRemaining()) bytes.put((byte) (held >> (bits -= 8)));
        }
        return bytes.array();
    }
}
