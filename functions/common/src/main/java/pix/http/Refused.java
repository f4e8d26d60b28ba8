package pix.http;

/** Ends a request with a problem from wherever it is found out, before any use case runs. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;

    public Refused(ProblemType type) {
        super(type.slug(), null, false, false);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }
}
