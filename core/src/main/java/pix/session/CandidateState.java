package pix.session;

/** Where a candidate is, at a moment. */
public enum CandidateState {
    /** Expected. */
    BOOKED("booked"),
    /** Has entered the access code. */
    WAITING("waiting"),
    /** Let in, not started. */
    ADMITTED("admitted"),
    STARTED("started"),
    /** Started, and the clock stands still. */
    PAUSED("paused"),
    /** Has answered every question. */
    COMPLETED("completed"),
    TIME_OVER("time-over"),
    /** The session ended. */
    ENDED("ended");

    private final String code;

    CandidateState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
