package pix.assessment;

import java.util.Arrays;
import java.util.Optional;
import pix.bank.Outcome;

/** How an answer came out, its time included. */
public enum Verdict {
    CORRECT("correct"),
    PARTIAL("partial"),
    INCORRECT("incorrect"),
    SKIPPED("skipped"),
    /** The time limit of the question had passed. */
    LATE("late"),
    /** The question was taken back, by the invigilator or because the test ended before an answer: it does not count. */
    WITHDRAWN("withdrawn");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> CORRECT;
            case PARTIAL -> PARTIAL;
            case INCORRECT -> INCORRECT;
            case SKIPPED -> SKIPPED;
        };
    }

    public static Optional<Verdict> ofCode(String code) {
        return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
