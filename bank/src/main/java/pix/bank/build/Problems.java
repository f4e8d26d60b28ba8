package pix.bank.build;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** Every problem found so far, each once, in the order of the files. Safe to share between threads. */
final class Problems {
    private final ConcurrentSkipListSet<Problem> found = new ConcurrentSkipListSet<>();

    void add(Problem problem) {
        found.add(problem);
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    List<Problem> errors() {
        return found.stream().filter(Problem::error).toList();
    }

    List<Problem> warnings() {
        return found.stream().filter(problem -> !problem.error()).toList();
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Problem::error);
    }
}
