package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.enrolment.FileFormat;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles;
import pix.enrolment.StudentFiles.Reading;
import pix.enrolment.StudentRow;

class LargeFilesTest {
    /** What may be held half-way and at the end beyond the start: fingerprints, lines and names of classes. */
    private static final long MOST_HELD_A_ROW = 640;
    private static final long MOST_HELD_ANYHOW = 8L << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SIECLE,100000", "SIMPLE_CSV,100000", "ONDE,20000", "SCHOOL_CSV,20000", "HIGHER_EDUCATION_CSV,20000", "ONEROSTER,20000"})
    void holds_nothing_but_fingerprints_of_many_students(FileFormat format, int students) throws Exception {
        Path file = folder.resolve("large");
        write(format, file, students);
        Counted rows = new Counted(students);
        long before = held();

        Reading reading = new SchoolFiles(Gathered.CLOCK).read(file, Optional.of(Gathered.SCHOOL), rows);

        if (!(reading instanceof Reading.Complete complete)) throw new AssertionError(reading);
        assertEquals(format, complete.format());
        assertEquals(students, complete.rows());
        assertEquals(students, rows.students);
        assertEquals(0, rows.faults);
        assertTrue(rows.mostHeld - before < MOST_HELD_ANYHOW + students * MOST_HELD_A_ROW, "held " + (rows.mostHeld - before >> 20) + " MB");
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
        private final int all;
        private int students;
        private int faults;
        private long mostHeld;

        private Counted(int all) {
            this.all = all;
        }

        @Override
        public void student(StudentRow row) {
            if (++students % (all / 2) == 0) mostHeld = Math.max(mostHeld, held());
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
