package pix.journeys.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pix.journeys.supply.Bill.Component;

/**
 * Holds a package to its bill of materials, and the bill to the lists of licences and of known weaknesses. Reads what the
 * build left and asks nobody.
 *
 * @param licences the licence of each component we know, by its name
 */
record Audit(Map<String, String> licences, List<Advisory> advisories) {
    /** The jars that {@code lambda-zip.xml} takes apart, and the folders their classes are in. */
    private static final Map<String, String> TAKEN_APART = Map.of(
            "pdfbox", "org/apache/pdfbox/",
            "fontbox", "org/apache/fontbox/");
    private static final String OURS = "pix/";

    static Audit ofDocs() throws IOException {
        Path docs = Package.ROOT.resolve("docs");
        Map<String, String> licences = new HashMap<>();
        for (List<String> row : Table.rows(docs.resolve("licences.md"))) {
            for (String name : Table.code(row.get(1))) licences.put(name, row.get(2));
        }
        return new Audit(licences, Advisory.read(docs.resolve("advisories.md")));
    }

    /** What is wrong, a sentence each; empty where nothing is. */
    List<String> findings(Bill bill, Package zip) {
        List<String> findings = new ArrayList<>();
        if (!bill.zipHash().equals(zip.hash())) findings.add("the bill is of another zip");
        Set<String> seen = new HashSet<>();
        for (Component component : bill.components()) {
            if (!seen.add(component.coordinates())) findings.add(component.coordinates() + " is in it in two versions");
            if (!Versions.pinned(component.version())) findings.add(component + " is not one version for ever");
            if (component.hash().isEmpty()) findings.add(component + " has no hash");
            licence(component, findings);
            for (Advisory advisory : advisories) {
                if (advisory.affects(component)) findings.add(component + " has the weakness " + advisory.id());
            }
        }
        contents(bill, zip, findings);
        return findings;
    }

    private void licence(Component component, List<String> findings) {
        String known = licences.get(component.name());
        if (component.licences().isEmpty()) findings.add(component + " names no licence");
        else if (known == null) findings.add(component + " is not in the list of licences");
        else if (!component.licences().equals(List.of(known))) {
            findings.add(component + " is under " + component.licences() + ", in the list of licences under " + known);
        }
    }

    private static void contents(Bill bill, Package zip, List<String> findings) {
        Set<String> unbilled = new TreeSet<>(zip.jars().keySet());
        Set<String> unbilledClasses = new TreeSet<>(zip.loose());
        unbilledClasses.removeIf(folder -> folder.startsWith(OURS));
        for (Component component : bill.components()) {
            String folder = TAKEN_APART.get(component.name());
            boolean there = folder == null ? unbilled.remove(component.jar()) : unbilledClasses.removeIf(f -> f.startsWith(folder));
            if (!there) findings.add(component + " is in the bill, not in the zip");
            String itself = zip.jars().getOrDefault(component.jar(), "");
            if (!itself.isEmpty() && !itself.equals(component.toString())) {
                findings.add(component.jar() + " says of itself that it is " + itself);
            }
        }
        for (String jar : unbilled) findings.add(jar + " is in the zip, not in the bill");
        for (String folder : unbilledClasses) findings.add("classes of " + folder + " are in the zip, not in the bill");
    }
}
