package pix.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions a person has a seat in.
 *
 * @param revision grows with every change: it keeps a person from booking two sessions at the same moment
 */
public record Agenda(String learnerId, long revision, List<String> sessionIds) {
    public Agenda {
        sessionIds = List.copyOf(sessionIds);
    }

    public static Agenda empty(String learnerId) {
        return new Agenda(learnerId, 0, List.of());
    }

    Agenda with(String sessionId) {
        List<String> more = new ArrayList<>(sessionIds);
        more.add(sessionId);
        return new Agenda(learnerId, revision + 1, more);
    }

    Agenda without(String sessionId) {
        return new Agenda(learnerId, revision + 1, sessionIds.stream().filter(id -> !id.equals(sessionId)).toList());
    }
}
