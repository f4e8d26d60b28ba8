package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pix.Language;
import pix.assessment.AssessmentKind;
import pix.assessment.Examiner;
import pix.assessment.StartAssessment;
import pix.assessment.StartAssessment.Command;
import pix.assessment.StartAssessment.Outcome;
import pix.assessment.Turn;
import pix.framework.Competence;
import pix.http.Device;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /assessments}. */
public final class StartAssessmentHandler extends HttpHandler {
    private final StartAssessment startAssessment;
    private final Examiner examiner;

    public StartAssessmentHandler() {
        this(Wiring.startAssessment(), Wiring.examiner());
    }

    StartAssessmentHandler(StartAssessment startAssessment, Examiner examiner) {
        this.startAssessment = startAssessment;
        this.examiner = examiner;
    }

    @Override
    protected Reply handle(Request request) {
        return switch (startAssessment.start(command(request))) {
            case Outcome.Started(Turn turn) -> Reply.created(json(turn));
            case Outcome.Resumed(Turn turn) -> Reply.ok(json(turn));
            case Outcome.NotAdmitted() -> Reply.problem(ProblemType.NOT_ADMITTED);
            case Outcome.Refused(var standing) -> Refusals.of(standing);
            case Outcome.UnknownLearner() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }

    private static Command command(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("kind", "competence", "sessionId", "locale");
        AssessmentKind kind = body.oneOf("kind", AssessmentKind::ofCode);
        Optional<Competence> competence = body.optionalOneOf("competence", Competence::ofCode);
        Language locale = body.oneOf("locale", Language::ofTag);
        Optional<String> sessionId = body.optionalText("sessionId", 1, 64);
        boolean practice = kind == AssessmentKind.COMPETENCE;
        boolean certification = kind == AssessmentKind.CERTIFICATION;
        if (certification && !body.has("sessionId")) body.fault("sessionId", "required");
        if (kind != null && practice && !body.has("competence")) body.fault("competence", "required");
        if (kind != null && !practice && body.has("competence")) body.fault("competence", "unexpected");
        body.check();
        return new Command(learnerId, kind, competence, locale, sessionId.filter(id -> certification), Device.of(request));
    }

    private ObjectNode json(Turn turn) {
        ObjectNode json = Json.object()
                .put("assessmentId", turn.terms().assessmentId())
                .put("kind", turn.terms().kind().code())
                .put("startedAt", turn.terms().startedAt().toString());
        turn.terms().sessionId().ifPresent(id -> json.put("sessionId", id));
        if (!turn.completed()) json.set("question", QuestionJson.of(turn, examiner));
        return json;
    }
}
