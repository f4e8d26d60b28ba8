package pix.bank;

/** How an answer came out. */
public enum Outcome {
    CORRECT("correct"),
    PARTIAL("partial"),
    INCORRECT("incorrect"),
    SKIPPED("skipped");

    private final String tag;

    Outcome(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
