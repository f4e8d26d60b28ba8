package pix.bank.build;

import java.util.Comparator;

/** Something to mend ({@code error}) or to look at again, in the form editors can jump to. Lines count from 1. */
record Problem(String file, int line, boolean error, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::message)
            .thenComparing(Problem::error);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + (error ? "" : "warning: ") + message;
    }
}
