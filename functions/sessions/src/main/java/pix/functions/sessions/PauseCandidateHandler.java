package pix.functions.sessions;

/** {@code POST /sessions/{id}/candidates/{learnerId}/pause}. */
public final class PauseCandidateHandler extends CandidateCall {
    public PauseCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    PauseCandidateHandler(Wiring wiring) {
        super(wiring, wiring.supervise()::pause);
    }
}
