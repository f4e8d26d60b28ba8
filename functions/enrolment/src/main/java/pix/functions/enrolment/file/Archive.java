package pix.functions.enrolment.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that nobody has to trust: few files, none of which expands beyond measure, each checked by its sum. */
final class Archive implements Closeable {
    static final int MOST_ENTRIES = 100;
    /** A hundred thousand students in SIECLE's XML are 150 MB. */
    static final long LARGEST_EXPANDED = 200_000_000;
    /** XML packs 10 to 30 times smaller; deflate reaches 1032 with nothing but repetition. */
    static final int MOST_EXPANSION = 100;
    /** So much may expand at any rate: it harms nobody. */
    private static final long HARMLESS = 10_000_000;
    private static final int ENCRYPTED = 1;

    private final ZipFile zip;
    private final long allowed;
    private final List<ZipEntry> files;

    /** @throws RefusedFile where it is broken, has a password, is a spreadsheet, or holds too much */
    Archive(Path file) throws IOException {
        allowed = Math.min(LARGEST_EXPANDED, Math.max(HARMLESS, MOST_EXPANSION * Files.size(file)));
        if ((generalPurpose(file) & ENCRYPTED) != 0) throw new RefusedFile(Problem.ENCRYPTED_ZIP);
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException broken) {
            // The file itself could be read a moment ago.
            throw new RefusedFile(Problem.BROKEN_ZIP);
        }
        try {
            if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
                throw new RefusedFile(Problem.SPREADSHEET);
            }
            if (zip.size() > MOST_ENTRIES) throw new RefusedFile(Problem.TOO_MANY_ENTRIES, Integer.toString(MOST_ENTRIES));
            files = zip.stream().<ZipEntry>map(entry -> entry).filter(entry -> !entry.isDirectory() && !byTheSystem(entry.getName())).toList();
            if (files.isEmpty()) throw new RefusedFile(Problem.EMPTY);
        } catch (RefusedFile refused) {
            zip.close();
            throw refused;
        }
    }

    private static int generalPurpose(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(8);
            return start.length == 8 ? start[6] : 0;
        }
    }

    /** What macOS and Windows put beside the files. */
    private static boolean byTheSystem(String name) {
        return name.startsWith("__MACOSX/") || baseName(name).startsWith(".") || baseName(name).equals("Thumbs.db");
    }

    static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<String> names() {
        return files.stream().map(ZipEntry::getName).toList();
    }

    Source source(String name) {
        ZipEntry entry = files.stream().filter(e -> e.getName().equals(name)).findFirst().orElseThrow();
        return () -> new Allowance(new Sound(entry), allowed, () -> new RefusedFile(Problem.ZIP_BOMB));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whatever is wrong with the bytes of an entry is the archive's fault, also that their sum is another. */
    private final class Sound extends FilterInputStream {
        private final long sum;
        private final CRC32 actual = new CRC32();

        Sound(ZipEntry entry) throws IOException {
            super(opened(entry));
            sum = entry.getCrc();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int n = in.read(bytes, offset, length);
                if (n > 0) actual.update(bytes, offset, n);
                if (n < 0 && actual.getValue() != sum) throw new RefusedFile(Problem.BROKEN_ZIP);
                return n;
            } catch (ZipException | EOFException broken) {
                throw new RefusedFile(Problem.BROKEN_ZIP);
            }
        }

        @Override
        public long skip(long n) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(n, 1 << 16)], 0, (int) Math.min(n, 1 << 16)));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private InputStream opened(ZipEntry entry) throws IOException {
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) throw new RefusedFile(Problem.BROKEN_ZIP);
            return in;
        } catch (ZipException | EOFException broken) {
            throw new RefusedFile(Problem.BROKEN_ZIP);
        }
    }
}
