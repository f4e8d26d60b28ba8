package pix.functions.sessions;

import java.util.List;
import java.util.Map;
import pix.audit.AuditTrail;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.session.Candidate;
import pix.session.Session;
import pix.session.ShowBoard;

/** What the jury sees of a session, candidates by name. Whose results are shown is noted before. */
final class JuryReply {
    private final ShowBoard showBoard;
    private final AuditTrail auditTrail;

    JuryReply(Wiring wiring) {
        this.showBoard = wiring.showBoard();
        this.auditTrail = wiring.auditTrail();
    }

    /** @param session as it is by now, of the visit */
    Reply of(Access.Visit visit, Session session, Request request) {
        ShowBoard.Board board = showBoard.show(session);
        Map<String, Learner> people = board.people();
        List<Candidate> byName = board.candidates().stream().sorted(ShowBoard.name(people)).toList();
        auditTrail.viewed(visit.view(board.now(), "jury"),
                byName.stream().filter(c -> c.result().isPresent()).map(Candidate::learnerId).toList());
        return Reply.ok(ResultJson.jury(session, byName, people, request.language()));
    }
}
