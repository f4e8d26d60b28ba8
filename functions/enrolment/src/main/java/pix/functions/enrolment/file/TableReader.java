package pix.functions.enrolment.file;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.StudentFiles.Reading.Complete;
import pix.enrolment.StudentFiles.Rows;

/** Reads the formats that are one table: a line of headers, then a student a line. */
final class TableReader {
    private TableReader() {}

    static Complete read(Source source, LocalDate today, Rows rows) throws IOException {
        Encoding encoding = Encoding.of(source);
        try (CsvTable table = CsvTable.open(source, encoding)) {
            CsvTable.Line first = table.next().orElseThrow(() -> new RefusedFile(Problem.EMPTY));
            // Some spreadsheet programs write their separator first.
            if (first.cells().getFirst().startsWith("sep=")) first = table.next().orElseThrow(() -> new RefusedFile(Problem.EMPTY));
            Header header = Header.of(first.cells());
            table.columns(first.cells().size());
            Warnings warnings = new Warnings();
            header.unknown().forEach(name -> warnings.add(Problem.UNKNOWN_COLUMN, name));
            header.repeated().forEach(name -> warnings.add(Problem.REPEATED_COLUMN, name));
            Judge judge = new Judge(header.layout(), today, header::column, warnings, rows);
            for (Optional<CsvTable.Line> line = table.next(); line.isPresent(); line = table.next()) {
                judge(line.get(), header, judge);
            }
            if (judge.count() == 0) throw new RefusedFile(Problem.NO_ROWS);
            return new Complete(header.layout().format(), encoding.name(), judge.count(), warnings.list());
        }
    }

    private static void judge(CsvTable.Line line, Header header, Judge judge) {
        List<String> cells = line.cells();
        judge.begin(line.number());
        for (int i = header.cells().size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                judge.fault("#" + (i + 1), Problem.TOO_MANY_VALUES, cells.get(i));
                break;
            }
        }
        Map<Field, String> values = new EnumMap<>(Field.class);
        header.position().forEach((field, at) -> {
            if (at < cells.size()) values.put(field, cells.get(at));
        });
        judge.row(values, false);
    }
}
