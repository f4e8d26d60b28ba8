package pix;

import java.util.List;

/**
 * What a caller sent cannot be accepted as it is. Carries every fault found, each with a JSON pointer into what was
 * sent (RFC 6901, {@code ""} for the whole) and a stable code; the edge turns codes into sentences.
 *
 * <p>The value that was refused is never part of it: it may be personal.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One thing to mend. {@code pointer} says where, {@code code} what: lower-case words joined by hyphens. */
    public record Fault(String pointer, String code) {}

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        if (faults.isEmpty()) throw new IllegalArgumentException("an invalid input has at least one fault");
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(String pointer, String code) {
        this(List.of(new Fault(pointer, code)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
