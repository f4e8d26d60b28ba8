package pix.bank;

/** An answer judged: the outcome and its credit, from 0 to 1. Only a partial outcome has a credit in between. */
public record Mark(Outcome outcome, double score) {
    public static final Mark SKIPPED = new Mark(Outcome.SKIPPED, 0);

    public Mark {
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }

    /** {@code share} is how much of the answer was right; without partial credit anything less than all is nothing. */
    static Mark of(double share, boolean partialCredit) {
        if (share >= 1) return new Mark(Outcome.CORRECT, 1);
        if (share <= 0 || !partialCredit) return new Mark(Outcome.INCORRECT, 0);
        return new Mark(Outcome.PARTIAL, share);
    }
}
