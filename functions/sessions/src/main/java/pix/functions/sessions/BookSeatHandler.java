package pix.functions.sessions;

import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.metrics.Metric;
import pix.metrics.Metrics;
import pix.session.BookSeat.Booking;
import pix.session.BookSeat;
import pix.session.Candidate;

/** {@code POST /sessions/{id}/bookings}. */
public final class BookSeatHandler extends HttpHandler {
    private final BookSeat bookSeat;

    public BookSeatHandler() {
        this(Wiring.ofPlatform());
    }

    BookSeatHandler(Wiring wiring) {
        this.bookSeat = wiring.bookSeat();
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        request.optionalBody().check();
        Reply reply = reply(bookSeat.book(request.path("id"), learnerId));
        if (reply instanceof Reply.Problem) Metrics.count(Metric.BOOKINGS_REFUSED, 1);
        return reply;
    }

    private static Reply reply(Booking booking) {
        return switch (booking) {
            case Booking.Booked(Candidate candidate) -> Reply.created(Json.object().put("bookingId", candidate.bookingId()));
            case Booking.Full() -> Reply.problem(ProblemType.SESSION_FULL);
            case Booking.Closed() -> Reply.problem(ProblemType.SESSION_CLOSED);
            case Booking.Elsewhere(String other) ->
                Reply.problem(ProblemType.ALREADY_BOOKED, Json.object().put("sessionId", other));
            case Booking.NotCertifiable(int reached) -> Replies.notCertifiable(reached);
            case Booking.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
