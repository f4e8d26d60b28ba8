package pix.functions.sessions;

import pix.http.Device;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Candidates;
import pix.session.Sessions;

/** {@code GET /sessions/{id}/entry}: asked every few seconds, two reads. */
public final class ShowEntryHandler extends HttpHandler {
    private final Wiring wiring;
    private final Sessions sessions;
    private final Candidates candidates;

    public ShowEntryHandler() {
        this(Wiring.ofPlatform());
        prime(null);
    }

    ShowEntryHandler(Wiring wiring) {
        this.wiring = wiring;
        this.sessions = wiring.sessions();
        this.candidates = wiring.candidates();
    }

    @Override
    protected Reply handle(Request request) {
        String sessionId = request.path("id");
        String device = Device.of(request);
        return candidates.find(sessionId, request.caller().subject())
                .map(candidate -> Reply.ok(EntryJson.of(sessions.find(sessionId).orElseThrow(), candidate, device,
                        wiring.clock().instant())))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }
}
