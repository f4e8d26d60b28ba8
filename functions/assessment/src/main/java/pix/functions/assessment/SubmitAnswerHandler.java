package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pix.assessment.Examiner;
import pix.assessment.Profile;
import pix.assessment.SubmitAnswer;
import pix.assessment.SubmitAnswer.Command;
import pix.assessment.SubmitAnswer.Outcome;
import pix.assessment.Turn;
import pix.bank.Correction;
import pix.bank.Response;
import pix.http.Device;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.http.ResponseJson;
import pix.metrics.Metric;
import pix.metrics.Metrics;

/** {@code POST /assessments/{id}/answers}. */
public final class SubmitAnswerHandler extends HttpHandler {
    private static final int MOST_ANSWERS = 10_000;

    private final SubmitAnswer submitAnswer;
    private final Examiner examiner;

    public SubmitAnswerHandler() {
        this(Wiring.submitAnswer(), Wiring.examiner());
        prime("{\"sequence\": 1, \"itemId\": \"priming\", \"response\": {\"skip\": true}}",
                () -> Reply.ok(json(examiner.rehearse(Wiring.clock().instant()), Optional.empty(), Optional.empty())));
    }

    SubmitAnswerHandler(SubmitAnswer submitAnswer, Examiner examiner) {
        this.submitAnswer = submitAnswer;
        this.examiner = examiner;
    }

    @Override
    protected Reply handle(Request request) {
        return switch (submitAnswer.submit(command(request))) {
            case Outcome.Accepted(Turn turn, var correction, var profile) -> {
                Metrics.count(Metric.ANSWERS, 1);
                yield Reply.ok(json(turn, correction, profile));
            }
            case Outcome.AlreadyAnswered() -> Reply.problem(ProblemType.ALREADY_ANSWERED);
            case Outcome.OutOfSequence(Turn turn) -> Reply.problem(ProblemType.OUT_OF_SEQUENCE, pending(turn));
            case Outcome.Completed() -> Reply.problem(ProblemType.COMPLETED);
            case Outcome.Refused(var standing) -> Refusals.of(standing);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }

    private static Command command(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("sequence", "itemId", "response");
        int sequence = body.integer("sequence", 1, MOST_ANSWERS);
        String itemId = body.text("itemId", 1, 20);
        ObjectNode json = body.object("response");
        body.check();
        Response response = ResponseJson.read(json);
        return new Command(learnerId, request.path("id"), sequence, itemId, response, Device.of(request));
    }

    private ObjectNode json(Turn turn, Optional<Correction> correction, Optional<Profile> profile) {
        ObjectNode json = Json.object().put("outcome", outcome(turn));
        correction.ifPresent(c -> json.set("correction", CorrectionJson.of(c)));
        json.set("progress", Progress.json(turn, examiner));
        if (!turn.completed()) json.set("question", QuestionJson.of(turn, examiner));
        profile.ifPresent(p -> json.putObject("result").set("profile", ProfileJson.of(p, List.of())));
        return json;
    }

    /** An exam does not tell how an answer came out. */
    private static String outcome(Turn turn) {
        return turn.terms().kind().practice() ? turn.answered().orElseThrow().verdict().code() : "recorded";
    }

    private ObjectNode pending(Turn turn) {
        ObjectNode json = Json.object();
        json.set("question", QuestionJson.of(turn, examiner));
        return json;
    }
}
