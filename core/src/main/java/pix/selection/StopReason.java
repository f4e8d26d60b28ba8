package pix.selection;

/** Why an assessment asks nothing more. */
public enum StopReason {
    /** As many answers as the form allows. */
    MAXIMUM_LENGTH,
    /** The levels are as sure as the form wants them. */
    PRECISION_REACHED,
    /** No item is left that the rules allow and that would tell enough. */
    NOTHING_INFORMATIVE
}
