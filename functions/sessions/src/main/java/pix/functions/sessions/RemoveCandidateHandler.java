package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.BookSeat;
import pix.session.Right;

/** {@code DELETE /sessions/{id}/candidates/{learnerId}}. */
public final class RemoveCandidateHandler extends HttpHandler {
    private final Access access;
    private final BookSeat bookSeat;

    public RemoveCandidateHandler() {
        this(Wiring.ofPlatform());
    }

    RemoveCandidateHandler(Wiring wiring) {
        this.access = wiring.access();
        this.bookSeat = wiring.bookSeat();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.MANAGE);
        return Replies.of(bookSeat.remove(visit.session().sessionId(), request.path("learnerId"), visit.who()));
    }
}
