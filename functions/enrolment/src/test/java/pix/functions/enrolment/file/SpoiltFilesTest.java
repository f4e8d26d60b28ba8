package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.Text;
import pix.enrolment.StudentFiles.Reading;

/** However a file is spoilt, reading it ends soon and with an outcome. {@code -Dpix.fuzz.files=100000} spoils more. */
class SpoiltFilesTest {
    private static final int FILES = Integer.getInteger("pix.fuzz.files", 2000);
    /** Of the processor, so that a busy machine fails nothing. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final long LONGEST_NANOS = 2_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void every_spoilt_file_ends_in_an_outcome() throws Exception {
        Path file = folder.resolve("spoilt");
        Map<String, Integer> outcomes = new TreeMap<>();
        long longest = 0;
        for (int seed = 0; seed < FILES; seed++) {
            byte[] bytes = new Mutations(seed).next();
            Files.write(file, bytes);
            long start = CPU.getCurrentThreadCpuTime();

            Gathered read = read(file, seed);

            long took = CPU.getCurrentThreadCpuTime() - start;
            longest = Math.max(longest, took);
            assertTrue(took < LONGEST_NANOS, "seed " + seed + " took " + took);
            outcomes.merge(switch (read.reading()) {
                case Reading.Complete complete -> {
                    assertTrue(complete.rows() > 0 && complete.rows() <= 200 + bytes.length, "rows of seed " + seed);
                    assertTrue(read.students().size() <= complete.rows(), "students of seed " + seed);
                    complete.warnings().forEach(warning -> whole(Problem.sentence(warning)));
                    yield complete.format().code();
                }
                case Reading.Refused refused -> {
                    whole(Problem.sentence(refused));
                    yield refused.code();
                }
            }, 1, Integer::sum);
            read.faults().forEach(fault -> whole(Problem.sentence(fault)));
        }
        System.out.println(FILES + " spoilt files, longest " + longest / 1_000_000 + " ms: " + outcomes);
        assertTrue(outcomes.size() > 10, "outcomes: " + outcomes);
    }

    private static Gathered read(Path file, int seed) {
        try {
            return Gathered.from(file);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void whole(Text sentence) {
        for (String text : new String[] {sentence.fr(), sentence.en()}) {
            assertFalse(text.contains("{}") || text.isBlank() || text.equals("This value is not accepted."), text);
        }
    }
}
