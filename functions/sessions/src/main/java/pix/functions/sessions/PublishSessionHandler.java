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

/** {@code POST /sessions/{id}/publication}. */
public final class PublishSessionHandler extends HttpHandler {
    private final Access access;
    private final PublishSession publishSession;
    private final JuryReply jury;

    public PublishSessionHandler() {
        this(Wiring.ofPlatform());
    }

    PublishSessionHandler(Wiring wiring) {
        this.access = wiring.access();
        this.publishSession = wiring.publishSession();
        this.jury = new JuryReply(wiring);
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.JUDGE);
        Map<String, Decision> decisions = decisions(request);
        return publishSession.publish(visit.session(), decisions, visit.who())
                .map(session -> jury.of(visit, session, request))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FINALISED));
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
