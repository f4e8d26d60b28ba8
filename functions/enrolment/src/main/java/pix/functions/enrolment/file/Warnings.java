package pix.functions.enrolment.file;

import java.util.ArrayList;
import java.util.List;
import pix.enrolment.StudentFiles.Warning;

/** What is passed over. Students without a class are named one by one up to a hundred, then counted. */
final class Warnings {
    private static final int NAMED = 100;

    private final List<Warning> list = new ArrayList<>();
    private long withoutClass;

    void add(Problem problem, String subject) {
        list.add(new Warning(problem.code(), subject));
    }

    void withoutClass(long line) {
        if (++withoutClass <= NAMED) add(Problem.NO_CLASS, Long.toString(line));
    }

    List<Warning> list() {
        if (withoutClass > NAMED) add(Problem.MORE_WITHOUT_CLASS, Long.toString(withoutClass - NAMED));
        return List.copyOf(list);
    }
}
