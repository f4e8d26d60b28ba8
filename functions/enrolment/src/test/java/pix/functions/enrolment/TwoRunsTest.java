package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.enrolment.School.COLUMNS;
import static pix.functions.enrolment.School.counts;
import static pix.functions.enrolment.School.rows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.enrolment.Student;

/** Runs that meet: whatever happens, the roster is what one file after the other would have left. */
class TwoRunsTest {
    private static final String BEFORE = COLUMNS + rows(0, 20, "3A");
    private static final String ONE = COLUMNS + rows(0, 6, "3B") + rows(20, 50, "3A");
    private static final String OTHER = COLUMNS + rows(3, 12, "3C") + rows(40, 90, "3A");
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 6, 8, 12, 16})
    void a_run_killed_once_is_made_good_by_the_next(int calls) {
        List<String> clean = oneAfterTheOther(ONE);
        for (boolean lastGetsThrough : new boolean[] {true, false}) {
            try (School school = new School()) {
                school.bring(BEFORE);
                String uploadId = school.put(ONE, "import");
                run(school, uploadId, new Flaky(school.store.client(), calls, lastGetsThrough));
                school.pass(LONGER_THAN_A_LEASE);

                school.event(uploadId, school.wiring);

                assertEquals("30 6 0 0 14", counts(school.show(uploadId)));
                assertEquals(clean, told(school));
            }
        }
    }

    @Test
    void an_event_that_comes_again_while_the_first_run_is_alive_changes_nothing() {
        try (School school = new School()) {
            school.bring(BEFORE);
            String uploadId = school.put(ONE, "import");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Sleepy line = new Sleepy(school.store.client(), 6, () -> threads.execute(() -> school.event(uploadId, school.wiring)));
                school.event(uploadId, school.wiring(line));
                assertTrue(line.slept());
            }

            assertEquals("30 6 0 0 14", counts(school.show(uploadId)));
            assertEquals(oneAfterTheOther(ONE), told(school));
        }
    }

    @Test
    void two_files_at_once_leave_what_one_of_the_two_orders_leaves() throws Exception {
        try (School school = new School(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            school.bring(BEFORE);
            List<Callable<Object>> events = List.of(school.put(ONE, "import"), school.put(OTHER, "import")).stream()
                    .map(id -> (Callable<Object>) () -> school.event(id, school.wiring)).toList();

            threads.invokeAll(events);

            assertTrue(List.of(oneAfterTheOther(ONE, OTHER), oneAfterTheOther(OTHER, ONE)).contains(told(school)));
        }
    }

    @Test
    void wherever_a_run_sleeps_longer_than_its_lease_it_undoes_nothing_of_the_run_that_came_between() {
        List<List<String>> orders = List.of(oneAfterTheOther(ONE, OTHER), oneAfterTheOther(OTHER, ONE));
        boolean slept = true;
        for (int calls = 0; slept; calls++) {
            try (School school = new School()) {
                school.bring(BEFORE);
                String one = school.put(ONE, "import");
                String other = school.put(OTHER, "import");
                Sleepy line = new Sleepy(school.store.client(), calls, () -> {
                    school.pass(LONGER_THAN_A_LEASE);
                    school.event(other, school.wiring);
                });
                run(school, one, line);
                slept = line.slept();
                if (!slept) school.event(other, school.wiring);

                school.pass(LONGER_THAN_A_LEASE);
                school.event(one, school.wiring);

                assertTrue(orders.contains(told(school)), "slept before call " + calls);
            }
        }
    }

    private static void run(School school, String uploadId, Line line) {
        try {
            school.event(uploadId, school.wiring(line));
        } catch (IllegalStateException e) {
            // It ended before it was done; its event comes again.
        }
    }

    private static List<String> oneAfterTheOther(String... files) {
        try (School school = new School()) {
            school.bring(BEFORE);
            for (String file : files) school.bring(file);
            return told(school);
        }
    }

    /** The students, and the counts of classes, which are those of the students. */
    private static List<String> told(School school) {
        Map<String, Long> counted = school.roster().stream().filter(Student::active)
                .collect(Collectors.groupingBy(s -> s.className().orElse(""), TreeMap::new, Collectors.counting()));
        assertEquals(counted, new TreeMap<>(school.wiring.rosters().summary(School.ID).classes()));
        return school.told();
    }
}
