package pix.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Secrets of 32 bytes, kept in files that only their owner may read. */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** The secret in this file, made the first time. */
    public static byte[] in(Path file) {
        try {
            if (!Files.exists(file)) keep(file);
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != BYTES) throw new IllegalStateException("the secret in " + file + " is damaged");
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }

    private static void keep(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.write(fresh, secret);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
