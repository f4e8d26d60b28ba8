import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a finished zip anew: the jars in it without compression, the zip around them with the most. Classes of a jar resemble
 * one another, so that they shrink better together than each by itself, by a third; and a function that starts has nothing to
 * inflate. Entries are in the order of their names and get the time of the build's sources: equal content gives an equal zip,
 * in whatever order and at whatever time it was collected.
 *
 * <p>Started by the build: {@code java StoreJars.java some.zip 2026-11-23T00:00:00Z}.
 */
public final class StoreJars {
    private StoreJars() {}

    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0]);
        OffsetDateTime at = OffsetDateTime.parse(arguments[1]);
        SortedMap<String, byte[]> entries = new TreeMap<>(entries(Files.readAllBytes(zip)));
        if (entries.isEmpty()) throw new IOException("not a zip, or an empty one: " + zip);
        entries.replaceAll((name, content) -> name.startsWith("lib/") && name.endsWith(".jar") ? stored(content, at) : content);
        Files.write(zip, zip(entries, at, true));
    }

    /** A jar keeps the order of its entries: its manifest comes first. */
    private static byte[] stored(byte[] jar, OffsetDateTime at) {
        try {
            return zip(entries(jar), at, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entries.put(entry.getName(), in.readAllBytes()) != null) throw new IOException("twice in it: " + entry.getName());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries, OffsetDateTime at, boolean compressed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) add(entry.getKey(), entry.getValue(), at, compressed, out);
        }
        return bytes.toByteArray();
    }

    private static void add(String name, byte[] content, OffsetDateTime at, boolean compressed, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at.toLocalDateTime());
        if (!compressed) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
