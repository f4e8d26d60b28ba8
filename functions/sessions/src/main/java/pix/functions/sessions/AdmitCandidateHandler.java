package pix.functions.sessions;

/** {@code POST /sessions/{id}/candidates/{learnerId}/admission}. */
public final class AdmitCandidateHandler extends CandidateCall {
    public AdmitCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    AdmitCandidateHandler(Wiring wiring) {
        super(wiring, wiring.supervise()::admit);
    }
}
