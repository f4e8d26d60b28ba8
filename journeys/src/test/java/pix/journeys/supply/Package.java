package pix.journeys.supply;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import pix.embedded.Template;

/**
 * What a zip that Lambda loads is made of.
 *
 * @param hash SHA-256 of the zip
 * @param jars the coordinates and version each jar under {@code lib/} has of itself; empty where it has none
 * @param loose folders of classes that are in no jar
 */
record Package(String hash, Map<String, String> jars, Set<String> loose) {
    static final Path ROOT = Path.of("..");

    /** The zips that the template names. */
    static Set<Path> zips() {
        Set<Path> zips = new TreeSet<>();
        for (Template.Function function : Template.ofBuild().functions()) {
            zips.add(ROOT.resolve(Template.text(function.properties(), "CodeUri")));
        }
        assumeTrue(zips.stream().allMatch(Files::exists), "skipped: the packages are made by mvn package");
        return zips;
    }

    static Package read(Path zip) throws IOException, GeneralSecurityException {
        Map<String, String> jars = new HashMap<>();
        Set<String> loose = new TreeSet<>();
        byte[] bytes = Files.readAllBytes(zip);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("lib/") && !entry.isDirectory()) jars.put(name.substring("lib/".length()), itself(in.readAllBytes()));
                else if (name.endsWith(".class")) loose.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
        }
        return new Package(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), jars, loose);
    }

    /** What Maven noted in a jar when it was built. A jar that swallowed others has several notes. */
    private static String itself(byte[] jar) throws IOException {
        Set<String> notes = new TreeSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().matches("META-INF/maven/.*/pom\\.properties")) continue;
                Properties note = new Properties();
                note.load(new ByteArrayInputStream(in.readAllBytes()));
                notes.add(note.getProperty("groupId") + ":" + note.getProperty("artifactId") + ":" + note.getProperty("version"));
            }
        }
        return notes.stream().collect(Collectors.joining(" "));
    }
}
