package pix.functions.sessions;

import java.util.List;
import java.util.Map;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.session.Candidate;
import pix.session.Right;
import pix.session.ShowBoard;

/** {@code GET /sessions/{id}/jury}. */
public final class ShowJuryHandler extends HttpHandler {
    private final Access access;
    private final ShowBoard showBoard;

    public ShowJuryHandler() {
        this(Wiring.ofPlatform());
    }

    ShowJuryHandler(Wiring wiring) {
        this.access = wiring.access();
        this.showBoard = wiring.showBoard();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.JUDGE);
        if (visit.session().finalisation().isEmpty()) return Reply.problem(ProblemType.NOT_FINALISED);
        ShowBoard.Board board = showBoard.show(visit.session());
        Map<String, Learner> people = board.people();
        List<Candidate> byName = board.candidates().stream().sorted(ShowBoard.name(people)).toList();
        return Reply.ok(ResultJson.jury(visit.session(), byName, people, request.language()));
    }
}
