package pix.journeys.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pix.journeys.supply.Bill.Component;

/** Every package passes the audit; and the audit finds what it is there to find. */
class AuditTest {
    private static final Component JSON = component("org.example", "json", "2.4.1", "MIT");
    private static final Component PARSER = component("org.example", "parser", "1.0", "Apache-2.0");
    private static final Audit AUDIT = new Audit(Map.of("json", "MIT", "parser", "Apache-2.0", "pdfbox", "Apache-2.0"),
            List.of(new Advisory("CVE-0000-1", "org.example:json", ">= 2.0, < 2.4.2; = 1.9")));

    @Test
    void every_package_has_a_bill_and_nothing_is_wrong_with_it() throws IOException, GeneralSecurityException {
        Audit audit = Audit.ofDocs();
        for (Path zip : Package.zips()) {
            Path bill = zip.resolveSibling("bom.json");

            assertTrue(Files.exists(bill), zip + " has no bill");
            assertEquals(List.of(), audit.findings(Bill.read(bill), Package.read(zip)), zip.toString());
        }
    }

    @Test
    void what_the_list_of_licences_has_is_in_some_package() throws IOException {
        Set<String> listed = new TreeSet<>(Audit.ofDocs().licences().keySet());
        for (Path zip : Package.zips()) {
            for (Component component : Bill.read(zip.resolveSibling("bom.json")).components()) listed.remove(component.name());
        }

        assertEquals(Set.of(), listed);
    }

    @Test
    void a_bill_has_nothing_of_when_or_where_it_was_written() throws IOException {
        for (Path zip : Package.zips()) {
            String bill = Files.readString(zip.resolveSibling("bom.json"));

            assertFalse(bill.contains("timestamp") || bill.contains("serialNumber"), zip.toString());
            assertFalse(bill.contains(Package.ROOT.toAbsolutePath().normalize().toString()), zip.toString());
        }
    }

    @Test
    void a_good_bill_passes() {
        assertEquals(List.of(), findings(PARSER));
    }

    @Test
    void a_component_without_a_licence_is_found() {
        assertEquals(List.of("org.example:parser:1.0 names no licence"), findings(component("org.example", "parser", "1.0")));
    }

    @Test
    void a_licence_that_is_not_in_the_list_is_found() {
        assertEquals(List.of("org.example:parser:1.0 is under [GPL-3.0-only], in the list of licences under Apache-2.0"),
                findings(component("org.example", "parser", "1.0", "GPL-3.0-only")));
        assertEquals(List.of("org.example:stranger:1.0 is not in the list of licences"),
                findings(component("org.example", "stranger", "1.0", "MIT")));
    }

    @Test
    void two_versions_of_one_component_are_found() {
        assertEquals(List.of("org.example:parser is in it in two versions"),
                findings(PARSER, component("org.example", "parser", "1.1", "Apache-2.0")));
    }

    @Test
    void what_is_not_one_version_for_ever_is_found() {
        for (String version : List.of("1.0-SNAPSHOT", "[1.0,2.0)", "LATEST", "RELEASE", "")) {
            assertEquals(List.of("org.example:parser:" + version + " is not one version for ever"),
                    findings(component("org.example", "parser", version, "Apache-2.0")));
        }
    }

    @Test
    void a_version_with_a_known_weakness_is_found() {
        assertEquals(List.of("org.example:json:2.4.1 has the weakness CVE-0000-1"), findings(JSON));
        for (String affected : List.of("2.0", "2.4.2-rc1", "1.9", "2.4")) {
            assertEquals(1, findings(component("org.example", "json", affected, "MIT")).size(), affected);
        }
        for (String sound : List.of("2.4.2", "2.10.0", "1.9.1", "1.8")) {
            assertEquals(List.of(), findings(component("org.example", "json", sound, "MIT")), sound);
        }
    }

    @Test
    void an_advisory_that_cannot_be_read_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Advisory("CVE-0000-2", "org.example:json", "until 2.4"));
        assertThrows(IllegalArgumentException.class, () -> new Advisory("CVE-0000-2", "org.example:json", ""));
    }

    @Test
    void a_jar_nobody_wrote_down_is_found() {
        Package zip = new Package("hash", Map.of(PARSER.jar(), "", "extra-1.jar", ""), Set.of("pix/functions/", "com/extra/"));

        assertEquals(List.of("extra-1.jar is in the zip, not in the bill", "classes of com/extra/ are in the zip, not in the bill"),
                AUDIT.findings(new Bill("hash", List.of(PARSER)), zip));
    }

    @Test
    void a_component_that_is_not_there_is_found() {
        Component pdf = component("org.apache.pdfbox", "pdfbox", "3.0.8", "Apache-2.0");

        assertEquals(List.of(PARSER + " is in the bill, not in the zip", pdf + " is in the bill, not in the zip"),
                AUDIT.findings(new Bill("hash", List.of(PARSER, pdf)), new Package("hash", Map.of(), Set.of("pix/"))));
    }

    @Test
    void a_jar_that_says_it_is_another_is_found() {
        Package zip = new Package("hash", Map.of(PARSER.jar(), "org.example:parser:0.9"), Set.of());

        assertEquals(List.of("parser-1.0.jar says of itself that it is org.example:parser:0.9"),
                AUDIT.findings(new Bill("hash", List.of(PARSER)), zip));
    }

    @Test
    void the_bill_of_another_zip_is_found() {
        assertEquals(List.of("the bill is of another zip"),
                AUDIT.findings(new Bill("other", List.of()), new Package("hash", Map.of(), Set.of())));
    }

    /** Of a bill of these components and a zip that has them. */
    private static List<String> findings(Component... components) {
        Map<String, String> jars = new HashMap<>();
        for (Component component : components) jars.put(component.jar(), "");
        return new ArrayList<>(AUDIT.findings(new Bill("hash", List.of(components)), new Package("hash", jars, Set.of("pix/"))));
    }

    private static Component component(String group, String name, String version, String... licences) {
        return new Component(group, name, version, "hash of it", List.of(licences));
    }
}
