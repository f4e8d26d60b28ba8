package pix.functions.enrolment.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a CSV that hold anything. A quotation mark gone astray refuses the file: it hides the rows after it. */
final class CsvTable implements Closeable {
    static final int MOST_COLUMNS = 500;
    /** The longest cell, in characters: beyond any address, and little enough to hold a stray quotation mark short. */
    private static final int LONGEST_CELL = 1 << 15;
    private static final char[] SEPARATORS = {';', ',', '\t'};

    record Line(long number, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final Lines lines;
    private final CloseableIterator<Line> records;

    private CsvTable(Reader text, char separator) {
        lines = new Lines(separator);
        records = CsvReader.builder().fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false).trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST_CELL).build(lines, text).iterator();
    }

    static CsvTable open(Source source, Encoding encoding) throws IOException {
        char separator;
        try (Reader text = encoding.reader(source)) {
            separator = separator(text);
        }
        return new CsvTable(encoding.reader(source), separator);
    }

    /** What parts the cells of the first line that holds anything; the first of equals. */
    private static char separator(Reader text) throws IOException {
        int[] times = new int[SEPARATORS.length];
        boolean quoted = false;
        boolean any = false;
        for (int c = text.read(), n = 0; c >= 0 && n < LONGEST_CELL; c = text.read(), n++) {
            if (c == '"') quoted = !quoted;
            if (!quoted && any && (c == '\n' || c == '\r')) break;
            any |= !Character.isWhitespace(c);
            for (int i = 0; i < times.length && !quoted; i++) {
                if (c == SEPARATORS[i]) times[i]++;
            }
        }
        int most = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] > times[most]) most = i;
        }
        return SEPARATORS[most];
    }

    /** Empty at the end. */
    Optional<Line> next() throws IOException {
        try {
            while (records.hasNext()) {
                Line line = records.next();
                if (!line.blank()) return Optional.of(line);
            }
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RefusedFile refused) throw refused;
            throw new RefusedFile(Problem.UNCLOSED_QUOTE, Long.toString(lines.number));
        }
    }

    /** How many cells a row has from here on. */
    void columns(int columns) {
        lines.columns = columns;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Gathers the cells of a record. */
    private static final class Lines extends CsvCallbackHandler<Line> {
        private final char separator;
        private long number;
        private int columns;
        private List<String> cells = List.of();

        Lines(char separator) {
            this.separator = separator;
        }

        @Override
        protected RecordType getRecordType() {
            return cells.isEmpty() ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return cells.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            number = startingLineNumber;
            cells = new ArrayList<>(Math.max(columns, 8));
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            if (cells.size() == MOST_COLUMNS) throw new RefusedFile(Problem.TOO_MANY_COLUMNS, Long.toString(number));
            if (quoted && columns > 1 && holdsRows(buffer, offset, length)) {
                throw new RefusedFile(Problem.UNCLOSED_QUOTE, Long.toString(number));
            }
            cells.add(new String(buffer, offset, length));
        }

        /** A cell over several lines with as many separators as a row has is a row, swallowed. */
        private boolean holdsRows(char[] buffer, int offset, int length) {
            int separators = 0;
            boolean severalLines = false;
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == separator) separators++;
                severalLines |= buffer[i] == '\n' || buffer[i] == '\r';
            }
            return severalLines && separators >= columns - 1;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {}

        @Override
        protected void setEmpty() {}

        @Override
        protected Line buildRecord() {
            return new Line(number, cells);
        }
    }
}
