package pix.functions.sessions;

/** {@code DELETE /sessions/{id}/candidates/{learnerId}/pause}. */
public final class ResumeCandidateHandler extends CandidateCall {
    public ResumeCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    ResumeCandidateHandler(Wiring wiring) {
        super(wiring, wiring.supervise()::resume);
    }
}
