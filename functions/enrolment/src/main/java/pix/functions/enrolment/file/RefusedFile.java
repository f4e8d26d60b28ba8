package pix.functions.enrolment.file;

import java.util.Optional;

/** Ends a reading: nothing in the file counts. */
final class RefusedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    RefusedFile(Problem problem) {
        this(problem, null);
    }

    RefusedFile(Problem problem, String detail) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    Problem problem() {
        return problem;
    }

    Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
