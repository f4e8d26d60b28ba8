package pix.journeys.supply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the last step of packing does, started as the build starts it. That two clones of the sources give the same classes is
 * the compiler's and the jar plugin's part, and is not tried here.
 */
class StoreJarsTest {
    private static final String BUILT = "2026-11-23T00:00:00Z";
    private static final byte[] TEXT = "Bonjour ".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_package_collected_in_another_order_elsewhere_and_at_another_time_is_the_same_to_the_byte() throws Exception {
        Path delivered = Package.zips().stream().filter(zip -> zip.endsWith("certificates.zip")).findFirst().orElseThrow();
        Path again = folder.resolve("again.zip");
        Files.write(again, zip(shuffled(entries(Files.readAllBytes(delivered))), LocalDateTime.now()));

        assertEquals(0, storeJars(again));

        assertArrayEquals(Files.readAllBytes(delivered), Files.readAllBytes(again));
    }

    @Test
    void jars_are_stored_and_the_rest_is_compressed() throws Exception {
        Map<String, byte[]> jar = Map.of("a/A.class", TEXT);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("z.txt", TEXT);
        entries.put("lib/a.jar", zip(jar, LocalDateTime.of(2020, 2, 29, 12, 0)));
        entries.put("other/b.jar", zip(jar, LocalDateTime.of(2020, 2, 29, 12, 0)));
        Path zip = Files.write(folder.resolve("some.zip"), zip(entries, LocalDateTime.now()));

        assertEquals(0, storeJars(zip));

        Map<String, byte[]> packed = entries(Files.readAllBytes(zip));
        assertEquals(List.of("lib/a.jar", "other/b.jar", "z.txt"), List.copyOf(packed.keySet()));
        assertArrayEquals(TEXT, packed.get("z.txt"));
        assertArrayEquals(TEXT, entries(packed.get("lib/a.jar")).get("a/A.class"));
        assertTrue(packed.get("lib/a.jar").length > TEXT.length, "nothing to inflate in a jar");
        assertArrayEquals(entries.get("other/b.jar"), packed.get("other/b.jar"), "only what is under lib/ is packed anew");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                assertEquals(ZipEntry.DEFLATED, entry.getMethod());
                assertEquals(LocalDateTime.of(2026, 11, 23, 0, 0), entry.getTimeLocal());
            }
        }
    }

    @Test
    void the_manifest_of_a_jar_stays_first() throws Exception {
        Map<String, byte[]> jar = new LinkedHashMap<>();
        jar.put("META-INF/MANIFEST.MF", TEXT);
        jar.put("A.class", TEXT);
        Path zip = Files.write(folder.resolve("some.zip"), zip(Map.of("lib/a.jar", zip(jar, LocalDateTime.now())), LocalDateTime.now()));

        assertEquals(0, storeJars(zip));

        byte[] stored = entries(Files.readAllBytes(zip)).get("lib/a.jar");
        assertEquals(List.copyOf(jar.keySet()), List.copyOf(entries(stored).keySet()));
    }

    @Test
    void what_is_no_zip_stops_the_build_and_is_left_as_it_is() throws Exception {
        Path rubbish = Files.write(folder.resolve("rubbish.zip"), TEXT);

        assertNotEquals(0, storeJars(rubbish));

        assertArrayEquals(TEXT, Files.readAllBytes(rubbish));
    }

    /** On the other side of the world, where even the letter i is another one. */
    private int storeJars(Path zip) throws IOException, InterruptedException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr", "-Duser.country=TR",
                Package.ROOT.resolve("src/assembly/StoreJars.java").toAbsolutePath().toString(), zip.toString(), BUILT)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static Map<String, byte[]> shuffled(Map<String, byte[]> entries) {
        List<String> names = new ArrayList<>(entries.keySet());
        Collections.shuffle(names, new Random(1));
        Map<String, byte[]> shuffled = new LinkedHashMap<>();
        for (String name : names) shuffled.put(name, entries.get(name));
        return shuffled;
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) entries.put(entry.getName(), in.readAllBytes());
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries, LocalDateTime at) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(at);
                out.putNextEntry(entry);
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
