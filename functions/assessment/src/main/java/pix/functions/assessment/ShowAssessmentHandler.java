package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pix.assessment.Assessments;
import pix.assessment.Profiles;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.framework.Competence;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /assessments/{id}}. */
public final class ShowAssessmentHandler extends HttpHandler {
    private final Assessments assessments;
    private final Profiles profiles;

    public ShowAssessmentHandler() {
        this(Wiring.assessments(), Wiring.profiles());
    }

    ShowAssessmentHandler(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        return assessments.last(request.path("id"))
                .filter(turn -> turn.terms().learnerId().equals(learnerId))
                .map(turn -> Reply.ok(json(turn)))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }

    private ObjectNode json(Turn turn) {
        Terms terms = turn.terms();
        ObjectNode json = Json.object()
                .put("assessmentId", terms.assessmentId())
                .put("kind", terms.kind().code())
                .put("locale", terms.locale().tag())
                .put("state", turn.completed() ? "completed" : "started")
                .put("answered", turn.sequence())
                .put("atMost", terms.form().maximum());
        terms.competence().map(Competence::code).ifPresent(code -> json.put("competence", code));
        if (turn.completed() && terms.kind().practice()) {
            json.set("profile", ProfileJson.of(profiles.find(terms.learnerId()), List.of()));
        }
        return json;
    }
}
