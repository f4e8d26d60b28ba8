package pix.journeys.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Packages as they are deployed. Equal sources give equal packages: no time of building in them. */
class PackagesTest {
    private static final LocalDateTime BUILT = LocalDateTime.of(2026, 11, 23, 0, 0);
    /** Lambda takes more; a larger one starts slower. */
    private static final long MOST_BYTES = 15_000_000;

    @Test
    void every_package_is_small() throws IOException {
        for (Path zip : Package.zips()) assertTrue(Files.size(zip) <= MOST_BYTES, zip + " has " + Files.size(zip) + " bytes");
    }

    @Test
    void nothing_in_a_package_says_when_it_was_built() throws IOException {
        for (Path zip : Package.zips()) assertTimeless(zip.toString(), Files.newInputStream(zip));
    }

    @Test
    void nothing_of_the_laptop_is_deployed() throws IOException {
        for (Path zip : Package.zips()) {
            for (String name : names(zip)) {
                assertTrue(!name.contains("DynamoDBLocal") && !name.contains("pix-embedded") && !name.contains("netty"), zip + ": " + name);
            }
        }
    }

    private static void assertTimeless(String where, InputStream bytes) throws IOException {
        try (ZipInputStream in = new ZipInputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean ours = !entry.getName().startsWith("lib/") && !where.contains("/lib/") || where.contains("/lib/pix-");
                if (ours) assertEquals(BUILT, entry.getTimeLocal(), where + "/" + entry.getName());
                if (entry.getName().startsWith("lib/pix-")) assertTimeless(where + "/" + entry.getName(), kept(in));
            }
        }
    }

    /** The entry that is being read, without its end being the end of the whole. */
    private static InputStream kept(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // The zip around it is still being read.
            }
        };
    }

    private static List<String> names(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
        }
        return names;
    }
}
