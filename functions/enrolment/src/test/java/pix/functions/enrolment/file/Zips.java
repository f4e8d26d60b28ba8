package pix.functions.enrolment.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as schools' software writes them, and some that none would. */
final class Zips {
    private Zips() {}

    static byte[] of(Map<String, byte[]> files) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(String name, byte[] file) {
        return of(Map.of(name, file));
    }

    static byte[] siecle() {
        return of("ExportXML_ElevesSansAdresses.xml", Gathered.bytes("siecle.xml"));
    }

    static Map<String, byte[]> oneRosterFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"manifest", "users", "orgs", "classes", "enrollments", "roles", "demographics"}) {
            files.put(name + ".csv", Gathered.bytes("oneroster/" + name + ".csv"));
        }
        return files;
    }
}
