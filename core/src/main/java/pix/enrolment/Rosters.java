package pix.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known of a roster as a whole, and who may change it. */
public interface Rosters {

    /**
     * @param lastImport the upload that was imported last
     * @param classes how many active students each class has; {@code ""} stands for none
     */
    record Summary(Optional<String> lastImport, Map<String, Long> classes) {
        public Summary {
            classes = Map.copyOf(classes);
        }

        public long students() {
            return classes.values().stream().mapToLong(n -> n).sum();
        }
    }

    Summary summary(String organisationId);

    /** Lets one run at a time change the roster, until a moment; false where another one has it. */
    boolean acquire(String organisationId, String runId, Instant now, Instant until);

    /** Until later; false where the run does not have the roster any more, whoever has had it since. */
    boolean renew(String organisationId, String runId, Instant until);

    /** Ends a run that imported a file. False, and nothing written, where another run has taken over. */
    boolean imported(String organisationId, String runId, String uploadId, Map<String, Long> classes);

    /** Ends a run that imported nothing. */
    void release(String organisationId, String runId);

    /** One active student more or fewer in a class. */
    void count(String organisationId, Optional<String> className, int change);
}
