package pix.journeys.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pix.journeys.supply.Bill.Component;

/**
 * A weakness somebody published of a library: one row of {@code docs/advisories.md}, whose head explains it.
 *
 * @param affected for example {@code >= 2.19.0, < 2.21.5; < 2.18.9}: any of the ranges, each with all of its bounds
 */
record Advisory(String id, String library, String affected) {

    Advisory {
        if (affected.isBlank()) throw new IllegalArgumentException(id + " affects no version");
        for (String range : affected.split(";")) {
            for (String bound : range.split(",")) Bound.of(bound);
        }
    }

    static List<Advisory> read(Path file) throws IOException {
        List<Advisory> advisories = new ArrayList<>();
        for (List<String> row : Table.rows(file)) {
            advisories.add(new Advisory(row.get(0), Table.code(row.get(1)).getFirst(), row.get(2)));
        }
        return advisories;
    }

    boolean affects(Component component) {
        if (!library.equals(component.coordinates())) return false;
        for (String range : affected.split(";")) {
            if (List.of(range.split(",")).stream().map(Bound::of).allMatch(bound -> bound.holds(component.version()))) return true;
        }
        return false;
    }

    private record Bound(String sign, String version) {

        static Bound of(String text) {
            String[] parts = text.strip().split(" ");
            if (parts.length != 2 || !List.of("<", "<=", ">=", "=").contains(parts[0])) {
                throw new IllegalArgumentException("not a bound: " + text);
            }
            return new Bound(parts[0], parts[1]);
        }

        boolean holds(String of) {
            int order = Versions.compare(of, version);
            return switch (sign) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
    }
}
