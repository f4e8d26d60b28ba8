package pix.functions.enrolment.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One table of an archive, its cells asked for by the name of their column. */
final class NamedTable implements Closeable {
    private final String file;
    private final Encoding encoding;
    private final CsvTable table;
    private final Map<String, Integer> position = new HashMap<>();
    private CsvTable.Line line;

    NamedTable(String file, Source source) throws IOException {
        this.file = file;
        encoding = Encoding.of(source);
        table = CsvTable.open(source, encoding);
        Optional<CsvTable.Line> header = table.next();
        header.ifPresent(first -> {
            for (int i = 0; i < first.cells().size(); i++) position.putIfAbsent(first.cells().get(i).strip(), i);
            table.columns(first.cells().size());
        });
    }

    NamedTable requiring(String... columns) throws IOException {
        for (String column : columns) {
            if (!has(column)) {
                close();
                throw new RefusedFile(Problem.MISSING_COLUMN, file + " " + column);
            }
        }
        return this;
    }

    boolean has(String column) {
        return position.containsKey(column);
    }

    boolean next() throws IOException {
        line = table.next().orElse(null);
        return line != null;
    }

    /** Empty where there is none. */
    String value(String column) {
        Integer at = position.get(column);
        return at == null || at >= line.cells().size() ? "" : line.cells().get(at);
    }

    long line() {
        return line.number();
    }

    String encoding() {
        return encoding.name();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
