package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Right;
import pix.session.ShowBoard.Board;
import pix.session.ShowBoard;

/** {@code GET /sessions/{id}/candidates}. */
public final class ShowBoardHandler extends HttpHandler {
    private final Access access;
    private final ShowBoard showBoard;

    public ShowBoardHandler() {
        this(Wiring.ofPlatform());
    }

    ShowBoardHandler(Wiring wiring) {
        this.access = wiring.access();
        this.showBoard = wiring.showBoard();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        Board board = showBoard.show(visit.session());
        ObjectNode json = Json.object();
        json.set("session", SessionJson.of(visit));
        json.put("serverTime", board.now().toString());
        json.set("candidates", Json.array(board.candidates(),
                c -> CandidateJson.of(visit.session(), c, board.people().get(c.learnerId()), board.now())));
        return Reply.ok(json);
    }
}
