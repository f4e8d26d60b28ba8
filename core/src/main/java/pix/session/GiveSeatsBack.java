package pix.session;

import pix.learner.Farewell;

/**
 * Whoever erases their account leaves their seats in sessions to come, those a school took for them included. A test that
 * was started, and every past session, keeps the candidate under an identifier that means nobody.
 */
public final class GiveSeatsBack implements Farewell {
    private final Seats seats;
    private final BookSeat bookSeat;

    public GiveSeatsBack(Seats seats, BookSeat bookSeat) {
        this.seats = seats;
        this.bookSeat = bookSeat;
    }

    @Override
    public void to(String learnerId) {
        for (String sessionId : seats.agenda(learnerId).sessionIds()) bookSeat.remove(sessionId, learnerId, learnerId);
    }
}
