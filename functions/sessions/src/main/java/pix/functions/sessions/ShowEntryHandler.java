package pix.functions.sessions;

import java.time.Instant;
import pix.http.Device;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Candidate;
import pix.session.Candidates;
import pix.session.Session;
import pix.session.Sessions;

/** {@code GET /sessions/{id}/entry}: asked every few seconds, two reads; in a test also one write in half a minute. */
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
                .map(candidate -> show(candidate, device))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }

    /** That the device asks is how the invigilator knows that it can. */
    private Reply show(Candidate candidate, String device) {
        Session session = sessions.find(candidate.sessionId()).orElseThrow();
        Instant now = wiring.clock().instant();
        if (candidate.tells(session, device, now)) candidates.seen(candidate.sessionId(), candidate.learnerId(), now);
        return Reply.ok(EntryJson.of(session, candidate, device, now));
    }
}
