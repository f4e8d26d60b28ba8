package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pix.assessment.Assessments;
import pix.assessment.Profiles;
import pix.assessment.Supervision;
import pix.assessment.Supervision.Standing;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.framework.Competence;
import pix.http.Device;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /assessments/{id}}. */
public final class ShowAssessmentHandler extends HttpHandler {
    private final Assessments assessments;
    private final Profiles profiles;
    private final Supervision supervision;
    private final InstantSource clock;

    public ShowAssessmentHandler() {
        this(Wiring.assessments(), Wiring.profiles(), Wiring.supervision(), Wiring.clock());
        prime(null);
    }

    ShowAssessmentHandler(Assessments assessments, Profiles profiles, Supervision supervision, InstantSource clock) {
        this.assessments = assessments;
        this.profiles = profiles;
        this.supervision = supervision;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        return assessments.last(request.path("id"))
                .filter(turn -> turn.terms().learnerId().equals(learnerId))
                .map(turn -> Reply.ok(json(turn, Device.of(request))))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }

    private ObjectNode json(Turn turn, String device) {
        Terms terms = turn.terms();
        ObjectNode json = Json.object()
                .put("assessmentId", terms.assessmentId())
                .put("kind", terms.kind().code())
                .put("locale", terms.locale().tag())
                .put("state", turn.completed() ? "completed" : "started")
                .put("answered", turn.answers())
                .put("atMost", terms.form().maximum());
        terms.competence().map(Competence::code).ifPresent(code -> json.put("competence", code));
        if (!turn.completed() && !terms.kind().practice()) putStanding(json, turn, device);
        if (turn.completed() && terms.kind().practice()) {
            json.set("profile", ProfileJson.of(profiles.find(terms.learnerId()), List.of()));
        }
        return json;
    }

    private void putStanding(ObjectNode json, Turn turn, String device) {
        Instant now = clock.instant();
        turn.terms().sessionId().ifPresent(id -> json.put("sessionId", id));
        switch (supervision.standing(turn.terms(), device, now, now)) {
            case Standing.Running(Instant endsAt, var held) -> json.put("endsAt", endsAt.toString());
            case Standing.Paused() -> json.put("state", "paused");
            case Standing.TimeOver(), Standing.Ended() -> json.put("state", "completed");
            case Standing.OtherDevice() -> json.put("otherDevice", true);
        }
    }
}
