package pix.functions.sessions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.session.PublishSession;
import pix.session.PublishSession.Choice;
import pix.session.PublishSession.Decision;
import pix.session.Right;
import pix.session.Session;
import pix.session.ShowBoard;

/** {@code POST /sessions/{id}/publication}. */
public final class PublishSessionHandler extends HttpHandler {
    private final Access access;
    private final PublishSession publishSession;
    private final ShowBoard showBoard;

    public PublishSessionHandler() {
        this(Wiring.ofPlatform());
    }

    PublishSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.publishSession = wiring.publishSession();
        this.showBoard = wiring.showBoard();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.JUDGE);
        Map<String, Decision> decisions = decisions(request);
        return publishSession.publish(visit.session(), decisions, visit.who())
                .map(session -> Reply.ok(json(session, request)))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FINALISED));
    }

    private com.fasterxml.jackson.databind.node.ObjectNode json(Session session, Request request) {
        ShowBoard.Board board = showBoard.show(session);
        return ResultJson.jury(session, board.candidates(), board.people(), request.language());
    }

    private record Entry(String learnerId, Decision decision) {}

    private static Map<String, Decision> decisions(Request request) {
        Fields body = request.optionalBody("decisions");
        List<Entry> entries = body.objects("decisions", CreateSessionHandler.MOST_SEATS, Set.of("learnerId", "decision", "reason"),
                PublishSessionHandler::entry);
        body.check();
        Map<String, Decision> decisions = new HashMap<>();
        entries.forEach(e -> decisions.put(e.learnerId(), e.decision()));
        return decisions;
    }

    private static Entry entry(Fields fields) {
        String learnerId = fields.text("learnerId", 1, 64);
        Choice choice = fields.oneOf("decision", Choice::ofCode);
        String reason = fields.optionalText("reason", 0, 1000).orElse("");
        // Nobody is refused without a word they can answer.
        if (choice != null && choice != Choice.PUBLISH && reason.isBlank()) fields.fault("reason", "required");
        return new Entry(learnerId, new Decision(choice, reason));
    }
}
