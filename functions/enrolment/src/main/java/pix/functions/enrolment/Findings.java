package pix.functions.enrolment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pix.Language;
import pix.Spreadsheet;
import pix.Text;
import pix.enrolment.ImportStudents;
import pix.enrolment.RowFault;
import pix.enrolment.Upload;
import pix.objects.ObjectStore;

/** Writes what an import finds to files as it goes, and keeps them at its end. */
final class Findings implements ImportStudents.Findings, AutoCloseable {
    private static final List<Text> COLUMNS = List.of(
            new Text("Ligne", "Line"), new Text("Colonne", "Column"), new Text("Valeur", "Value"),
            new Text("Problème", "Problem"), new Text("Suggestion", "Suggestion"), new Text("Code", "Code"));

    private final ObjectStore objects;
    private final UploadKeys keys;
    private final Language language;
    private final Path report;
    private final Path missing;
    private final BufferedWriter reported;
    private final BufferedWriter missed;
    private boolean faulty;

    /** @param folder where they are until then */
    Findings(ObjectStore objects, Upload upload, Path folder) {
        this.objects = objects;
        this.keys = UploadKeys.of(upload);
        this.language = upload.language();
        this.report = folder.resolve("report.csv");
        this.missing = folder.resolve("missing.txt");
        try {
            this.reported = Files.newBufferedWriter(report);
            this.missed = Files.newBufferedWriter(missing);
            reported.write(Spreadsheet.BYTE_ORDER_MARK + Spreadsheet.line(COLUMNS.stream().map(c -> c.in(language)).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fault(RowFault f) {
        faulty = true;
        List<String> cells = Stream.of(String.valueOf(f.line()), f.column(), f.value().orElse(""), Sentences.of(f).in(language),
                f.suggestion().orElse(""), f.code()).toList();
        write(reported, Spreadsheet.line(cells));
    }

    @Override
    public void missing(String studentId) {
        write(missed, studentId + "\n");
    }

    @Override
    public void keep() {
        close();
        if (faulty) objects.write(keys.report(), report, "text/csv; charset=utf-8");
        objects.write(keys.missing(), missing, "text/plain; charset=utf-8");
    }

    @Override
    public void close() {
        try {
            reported.close();
            missed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
