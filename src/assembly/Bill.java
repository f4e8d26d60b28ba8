import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes the bill of materials of a package (CycloneDX 1.6): the zip by its hash, and every jar that was put into it by its
 * coordinates, its licence and the hash it has where it was published. Licences are those of each jar's own pom, or of the
 * next parent that names one; a name this class does not know is left as it is, for the audit to refuse. Reads files that the
 * build has just used and nothing else: works without a network, and equal packages have equal bills.
 *
 * <p>Started by the build: {@code java Bill.java bom.json some.zip class:path}.
 */
public final class Bill {
    private static final Map<String, String> SPDX = Map.of(
            "apache-2.0", "Apache-2.0",
            "apache license, version 2.0", "Apache-2.0",
            "the apache software license, version 2.0", "Apache-2.0",
            "the apache license, version 2.0", "Apache-2.0",
            "mit", "MIT",
            "mit license", "MIT",
            "the mit license", "MIT",
            "mit-0", "MIT-0");

    private Bill() {}

    public static void main(String[] arguments) throws Exception {
        Path bill = Path.of(arguments[0]);
        Path zip = Path.of(arguments[1]);
        List<Path> classPath = Stream.of(arguments[2].split(java.io.File.pathSeparator)).map(Path::of).toList();
        Pom self = Pom.at(bill.resolveSibling("../pom.xml").normalize());
        List<String> components = new ArrayList<>();
        for (Path jar : classPath) if (Files.isRegularFile(jar)) components.add(component("library", Pom.of(jar), jar));
        components.sort(Comparator.naturalOrder());
        Files.writeString(bill, """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {
                    "component": %s
                  },
                  "components": [
                    %s
                  ]
                }
                """.formatted(component("application", self, zip), String.join(",\n    ", components)));
    }

    private static String component(String type, Pom pom, Path file) throws Exception {
        String purl = "pkg:maven/" + pom.group() + "/" + pom.artifact() + "@" + pom.version() + "?type="
                + (type.equals("library") ? "jar" : "zip");
        String licences = pom.licences().stream().map(Bill::licence).collect(Collectors.joining(", "));
        return """
                {"group": "%s", "name": "%s", "version": "%s", "type": "%s", "bom-ref": "%s", "purl": "%s", \
                "hashes": [{"alg": "SHA-256", "content": "%s"}], "licenses": [%s]}"""
                .formatted(pom.group(), pom.artifact(), pom.version(), type, purl, purl, sha256(file), licences);
    }

    private static String licence(String name) {
        String id = SPDX.get(name.toLowerCase(Locale.ROOT));
        return id == null
                ? "{\"license\": {\"name\": \"%s\"}}".formatted(name.replace("\\", "\\\\").replace("\"", "\\\""))
                : "{\"license\": {\"id\": \"%s\"}}".formatted(id);
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** What a project says of itself in its pom, and where that lies. */
    private record Pom(Path file, Element project) {

        /** A published jar has its pom beside it; one that was just built has it above {@code target}. */
        static Pom of(Path jar) throws Exception {
            Path published = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ".pom"));
            return at(Files.exists(published) ? published : jar.resolveSibling("../pom.xml").normalize());
        }

        static Pom at(Path file) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Pom(file, factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        }

        String group() {
            return own("groupId").or(() -> parentSays("groupId")).orElseThrow();
        }

        String artifact() {
            return own("artifactId").orElseThrow();
        }

        String version() {
            return own("version").or(() -> parentSays("version")).orElseThrow();
        }

        List<String> licences() throws Exception {
            Optional<Element> licences = child(project, "licenses");
            if (licences.isEmpty()) return parent().isPresent() ? parent().get().licences() : List.of();
            return children(licences.get(), "license").flatMap(l -> text(l, "name").stream()).toList();
        }

        private Optional<Pom> parent() throws Exception {
            if (child(project, "parent").isEmpty()) return Optional.empty();
            if (file.endsWith("pom.xml")) {
                return Optional.of(at(file.resolveSibling(parentSays("relativePath").orElse("../pom.xml")).normalize()));
            }
            Path repository = file.getParent().getParent().getParent();
            for (int i = 0; i < group().split("\\.").length; i++) repository = repository.getParent();
            String artifact = parentSays("artifactId").orElseThrow();
            String version = parentSays("version").orElseThrow();
            return Optional.of(at(repository.resolve(parentSays("groupId").orElseThrow().replace('.', '/'))
                    .resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom")));
        }

        private Optional<String> own(String name) {
            return text(project, name);
        }

        private Optional<String> parentSays(String name) {
            return child(project, "parent").flatMap(parent -> text(parent, name));
        }

        private static Optional<String> text(Element of, String name) {
            return child(of, name).map(Node::getTextContent).map(String::strip).filter(text -> !text.isEmpty());
        }

        private static Optional<Element> child(Element of, String name) {
            return children(of, name).findFirst();
        }

        private static Stream<Element> children(Element of, String name) {
            Stream.Builder<Element> found = Stream.builder();
            for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
            }
            return found.build();
        }
    }
}
