package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pix.enrolment.FileFormat;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles;
import pix.enrolment.StudentFiles.Reading;
import pix.enrolment.StudentRow;

class LargeFilesTest {
    private static final int ROWS = 100_000;
    /** What may be held half-way and at the end beyond the start: fingerprints, lines and names of classes. */
    private static final long MOST_HELD = 64L << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void holds_nothing_but_fingerprints_of_a_hundred_thousand_students(FileFormat format) throws Exception {
        Path file = folder.resolve("large");
        write(format, file, ROWS);
        Counted rows = new Counted();
        long before = held();

        Reading reading = new SchoolFiles(Gathered.CLOCK).read(file, Optional.of(Gathered.SCHOOL), rows);

        if (!(reading instanceof Reading.Complete complete)) throw new AssertionError(reading);
        assertEquals(format, complete.format());
        assertEquals(ROWS, complete.rows());
        assertEquals(ROWS, rows.students);
        assertEquals(0, rows.faults);
        assertTrue(rows.mostHeld - before < MOST_HELD, "held " + (rows.mostHeld - before >> 20) + " MB");
    }

    static void write(FileFormat format, Path file, int rows) throws IOException {
        switch (format) {
            case SIECLE -> WrittenFiles.siecle(file, rows);
            case ONDE -> WrittenFiles.onde(file, rows);
            case SCHOOL_CSV -> WrittenFiles.school(file, rows);
            case HIGHER_EDUCATION_CSV -> WrittenFiles.higherEducation(file, rows);
            case SIMPLE_CSV -> WrittenFiles.simple(file, rows);
            case ONEROSTER -> WrittenFiles.oneRoster(file, rows);
        }
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class Counted implements StudentFiles.Rows {
        private int students;
        private int faults;
        private long mostHeld;

        @Override
        public void student(StudentRow row) {
            if (++students % (ROWS / 2) == 0) mostHeld = Math.max(mostHeld, held());
        }

        @Override
        public void fault(RowFault fault) {
            faults++;
        }

        @Override
        public void refused(StudentFiles.Trace trace) {
            throw new AssertionError("a good row is refused");
        }
    }
}
