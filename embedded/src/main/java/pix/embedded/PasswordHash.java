package pix.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with OWASP's parameters: 19 MiB, 2 passes, 1 lane. 16 bytes of salt, then 32 of hash. */
final class PasswordHash {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private PasswordHash() {}

    static byte[] of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] saltAndHash = Arrays.copyOf(salt, SALT + HASH);
        System.arraycopy(hash(password, salt), 0, saltAndHash, SALT, HASH);
        return saltAndHash;
    }

    static boolean matches(String password, byte[] saltAndHash) {
        byte[] salt = Arrays.copyOf(saltAndHash, SALT);
        return MessageDigest.isEqual(hash(password, salt), Arrays.copyOfRange(saltAndHash, SALT, SALT + HASH));
    }

    private static byte[] hash(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] hash = new byte[HASH];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
