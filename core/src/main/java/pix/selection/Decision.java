package pix.selection;

/** What happens next in an assessment. */
public sealed interface Decision {
    /** Ask the item with this key. */
    record Ask(int key) implements Decision {}

    /** Ask nothing more. */
    record Stop(StopReason reason) implements Decision {}
}
