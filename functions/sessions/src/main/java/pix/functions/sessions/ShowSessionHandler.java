package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;

/** {@code GET /sessions/{id}}. */
public final class ShowSessionHandler extends HttpHandler {
    private final Access access;

    public ShowSessionHandler() {
        this(Wiring.ofPlatform());
    }

    ShowSessionHandler(Wiring wiring) {
        this.access = wiring.access();
    }

    @Override
    protected Reply handle(Request request) {
        return Reply.ok(SessionJson.of(access.session(request, Right.SEE)));
    }
}
