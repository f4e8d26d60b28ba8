package pix.platform;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Identifiers that nobody can guess: 128 random bits in 22 characters that are safe in an address. */
public final class Ids {
    private static final int BYTES = 16;

    private Ids() {}

    /** @param random a {@link java.security.SecureRandom} wherever the identifier must stay unguessable */
    public static String draw(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
