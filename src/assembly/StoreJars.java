import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a finished zip anew: the jars in it without compression, the zip around them with the most. Classes of a jar resemble
 * one another, so that they shrink better together than each by itself, by a third; and a function that starts has nothing to
 * inflate. Entries keep their order and get the time of the build's sources: equal content gives an equal zip.
 *
 * <p>Started by the build: {@code java StoreJars.java some.zip 2026-11-23T00:00:00Z}.
 */
public final class StoreJars {
    private StoreJars() {}

    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0]);
        byte[] packed = repacked(Files.readAllBytes(zip), OffsetDateTime.parse(arguments[1]), true);
        Files.write(zip, packed);
    }

    private static byte[] repacked(byte[] zip, OffsetDateTime at, boolean compressed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip)); ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                boolean jar = entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar");
                add(entry.getName(), jar ? repacked(content, at, false) : content, at, compressed, out);
            }
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
