package pix.session;

import java.util.List;

/** Where seats are given and given back: the counter, the list of candidates and the agendas always agree. */
public interface Seats {

    enum Taking {
        TAKEN,
        FULL,
        /** Finalised or cancelled. */
        CLOSED,
        /** An agenda changed meanwhile, or a candidate has a seat already: look again. */
        CHANGED
    }

    /** The most newcomers one step can seat. */
    int MOST_AT_ONCE = 45;

    /** A candidate with the agenda that has the seat in it. */
    record Newcomer(Candidate candidate, Agenda after) {}

    Agenda agenda(String learnerId);

    /** Seats all newcomers or none. {@code session} says how many seats it has; that it still has them is checked. */
    Taking take(Session session, List<Newcomer> newcomers, Event event);

    /** Gives a seat back; false where the candidate or the agenda changed meanwhile, or the session is over. */
    boolean release(Candidate candidate, Agenda after, Event event);
}
