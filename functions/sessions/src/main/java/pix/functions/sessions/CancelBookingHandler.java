package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.BookSeat;

/** {@code DELETE /sessions/{id}/bookings/me}. */
public final class CancelBookingHandler extends HttpHandler {
    private final BookSeat bookSeat;

    public CancelBookingHandler() {
        this(Wiring.ofPlatform());
    }

    CancelBookingHandler(Wiring wiring) {
        this.bookSeat = wiring.bookSeat();
    }

    @Override
    protected Reply handle(Request request) {
        return Replies.of(bookSeat.cancel(request.path("id"), request.caller().subject()));
    }
}
