package pix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where figures go: tables on the terminal and as CSV, plots as SVG, and the most important ones as JSON. */
final class Report {
    private final Path folder;
    private final Map<String, Object> measurement = new LinkedHashMap<>();

    Report(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("plots"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of texts; the first row is the head. */
    static final class Table {
        private final String name;
        private final String title;
        private final List<String[]> rows = new ArrayList<>();

        Table(String name, String title, String... head) {
            this.name = name;
            this.title = title;
            rows.add(head);
        }

        Table row(Object... cells) {
            String[] row = new String[cells.length];
            for (int i = 0; i < cells.length; i++) row[i] = cells[i] instanceof Double d ? number(d) : String.valueOf(cells[i]);
            rows.add(row);
            return this;
        }
    }

    void table(Table table) {
        int columns = table.rows.getFirst().length;
        int[] widths = new int[columns];
        for (String[] row : table.rows) {
            for (int i = 0; i < row.length; i++) widths[i] = Math.max(widths[i], row[i].length());
        }
        StringBuilder text = new StringBuilder("\n" + table.title + "\n");
        StringBuilder csv = new StringBuilder();
        for (String[] row : table.rows) {
            for (int i = 0; i < row.length; i++) {
                String pad = " ".repeat(widths[i] - row[i].length());
                text.append(i == 0 ? row[i] + pad : "  " + pad + row[i]);
                csv.append(i == 0 ? "" : ",").append(row[i].contains(",") ? '"' + row[i] + '"' : row[i]);
            }
            text.append('\n');
            csv.append('\n');
        }
        System.out.print(text);
        write(table.name + ".csv", csv.toString());
    }

    void note(String text) {
        System.out.println("\n" + text);
    }

    void plot(String name, Plot plot) {
        write("plots/" + name + ".svg", plot.svg());
    }

    /** One figure of measurement.json; the path names the objects around it, joined by slashes. */
    void put(String path, double value) {
        Map<String, Object> at = measurement;
        String[] names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) at = inner(at, names[i]);
        at.put(names[names.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> at, String name) {
        return (Map<String, Object>) at.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
    }

    void finish() {
        write("measurement.json", json(measurement, "") + "\n");
    }

    private static String json(Map<?, ?> map, String indent) {
        StringBuilder json = new StringBuilder("{");
        String separator = "\n";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String value = entry.getValue() instanceof Map<?, ?> inner
                    ? json(inner, indent + "  ")
                    : number((double) entry.getValue());
            json.append(separator).append(indent).append("  \"").append(entry.getKey()).append("\": ").append(value);
            separator = ",\n";
        }
        return json.append('\n').append(indent).append('}').toString();
    }

    static String number(double value) {
        if (Double.isNaN(value)) return "-";
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.2f" : "%.4f", value);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
