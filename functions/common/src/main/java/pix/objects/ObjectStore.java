package pix.objects;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps files under keys such as {@code uploads/organisation-1/upload-1}. Thread-safe. */
public interface ObjectStore {

    /** How long a signed address works. */
    Duration ADDRESS_LIFE = Duration.ofMinutes(15);

    /** @param headers to be sent along, as they are */
    record PutAddress(URI url, Map<String, String> headers, Instant expiresAt) {}

    /** Where anyone who has the address may put exactly so many bytes, for a quarter of an hour. */
    PutAddress addressToPut(String key, long bytes);

    /**
     * Where anyone who has the address may fetch a file, for a quarter of an hour.
     *
     * @param fileName what a browser calls it: letters, digits, {@code .-_}
     */
    URI addressToGet(String key, String fileName);

    /** Copies what is kept into a file, which is replaced; false where nothing is. */
    boolean read(String key, Path into);

    /** The text of a small file; empty where nothing is kept. */
    Optional<String> readText(String key);

    void write(String key, Path content, String contentType);

    /** Nothing happens where nothing is kept. */
    void delete(String key);
}
