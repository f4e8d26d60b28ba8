package pix.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pix.objects.ObjectStore;
import pix.signing.SecretRosterKeys;

/**
 * Files in a folder: for the laptop and for tests. Addresses are signed like S3's: they name the method, the key, the
 * number of bytes and the moment they end. Thread-safe.
 */
public final class FolderObjects implements ObjectStore {
    /** Where the server answers addresses. */
    public static final String PATH = "/local/objects/";
    private static final String ANY_BYTES = "application/octet-stream";
    /** Begins the name of a file that is still being written, and no key; what a killed process left goes at the next start. */
    private static final String HALF = "~";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Path folder;
    private final Supplier<String> address;
    private final InstantSource clock;
    private final SecretRosterKeys signing;

    /**
     * @param address of the server, without a slash at its end
     * @param secret 32 bytes that sign addresses
     */
    public FolderObjects(Path folder, Supplier<String> address, InstantSource clock, byte[] secret) {
        this.folder = folder;
        this.address = address;
        this.clock = clock;
        this.signing = new SecretRosterKeys(secret);
        files(folder).filter(file -> file.getFileName().toString().startsWith(HALF)).forEach(FolderObjects::delete);
    }

    /** What an address allows. @param bytes of the file, 0 where it is fetched */
    public record Permit(String method, String key, long bytes, String name, long expires, String signature) {
        private String words() {
            return String.join("\n", method, key, String.valueOf(bytes), name, String.valueOf(expires));
        }
    }

    @Override
    public PutAddress addressToPut(String key, long bytes) {
        Instant expires = clock.instant().plus(ADDRESS_LIFE);
        return new PutAddress(address("PUT", key, bytes, "", expires), Map.of("content-type", ANY_BYTES), expires);
    }

    @Override
    public URI addressToGet(String key, String fileName) {
        return address("GET", key, 0, fileName, clock.instant().plus(ADDRESS_LIFE));
    }

    private URI address(String method, String key, long bytes, String name, Instant expires) {
        Permit permit = new Permit(method, key, bytes, name, expires.getEpochSecond(), "");
        return URI.create(address.get() + PATH + key + "?bytes=" + bytes + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&expires=" + permit.expires() + "&signature=" + signature(permit));
    }

    private String signature(Permit permit) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signing.hash("address", permit.words()));
    }

    /** Whether this store gave the address, and not too long ago. */
    public boolean allows(Permit permit) {
        boolean ours = MessageDigest.isEqual(signature(permit).getBytes(StandardCharsets.US_ASCII),
                permit.signature().getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().getEpochSecond() <= permit.expires();
    }

    /** Keeps what comes, if it is exactly so many bytes; false, and nothing kept, where it is not. */
    public boolean put(String key, InputStream content, long bytes) throws IOException {
        Path fresh = fresh(key);
        try (var out = Files.newOutputStream(fresh)) {
            long read = 0;
            byte[] buffer = new byte[64 * 1024];
            for (int n = content.read(buffer); n >= 0 && read <= bytes; n = content.read(buffer)) {
                out.write(buffer, 0, n);
                read += n;
            }
            if (read != bytes) return false;
            Files.move(fresh, path(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The keys under which something is kept, by what they begin with. */
    public List<String> keys(String prefix) {
        return files(folder)
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .filter(key -> key.startsWith(prefix) && KEY.matcher(key).matches())
                .sorted().toList();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long size(String key) throws IOException {
        return Files.size(path(key));
    }

    @Override
    public boolean read(String key, Path into) {
        try {
            if (!Files.exists(path(key))) return false;
            Files.copy(path(key), into, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> readText(String key) {
        try {
            return Files.exists(path(key)) ? Optional.of(Files.readString(path(key))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String key, Path content, String contentType) {
        try {
            Path fresh = fresh(key);
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, path(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String key) {
        delete(path(key));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a key of an object");
        return folder.resolve(key);
    }

    /** A file beside the one it becomes, whose name is no key. */
    private Path fresh(String key) throws IOException {
        Path file = path(key);
        Files.createDirectories(file.getParent());
        return Files.createTempFile(file.getParent(), HALF, ".new");
    }
}
