package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pix.audit.AuditTrail;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Candidate;
import pix.session.Result;
import pix.session.Right;
import pix.session.ShowBoard.Board;
import pix.session.ShowBoard;

/**
 * {@code GET /sessions/{id}/candidates}. Once results are published the head sees what came of each candidate, and that is
 * noted before it is shown.
 */
public final class ShowBoardHandler extends HttpHandler {
    private final Access access;
    private final ShowBoard showBoard;
    private final AuditTrail auditTrail;

    public ShowBoardHandler() {
        this(Wiring.ofPlatform());
    }

    ShowBoardHandler(Wiring wiring) {
        this.access = wiring.access();
        this.showBoard = wiring.showBoard();
        this.auditTrail = wiring.auditTrail();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        Board board = showBoard.show(visit.session());
        List<Candidate> told = visit.may(Right.MANAGE)
                ? board.candidates().stream().filter(c -> c.result().flatMap(Result::publication).isPresent()).toList()
                : List.of();
        auditTrail.viewed(visit.view(board.now(), "verdicts"), told.stream().map(Candidate::learnerId).toList());
        ObjectNode json = Json.object();
        json.set("session", SessionJson.of(visit));
        json.put("serverTime", board.now().toString());
        json.set("candidates", Json.array(board.candidates(),
                c -> {
                    ObjectNode candidate = CandidateJson.of(visit.session(), c, board.people().get(c.learnerId()), board.now());
                    if (told.contains(c)) ResultJson.putVerdict(candidate, c, request.language());
                    return candidate;
                }));
        return Reply.ok(json);
    }
}
