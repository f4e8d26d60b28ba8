package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import pix.assessment.Answered;
import pix.assessment.Examiner;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.http.ResponseJson;
import pix.session.ShowCorrections;
import pix.session.ShowCorrections.Outcome;

/** {@code GET /assessments/{id}/corrections}. */
public final class ShowCorrectionsHandler extends HttpHandler {
    private final ShowCorrections showCorrections;
    private final Examiner examiner;

    public ShowCorrectionsHandler() {
        this(Wiring.showCorrections(), Wiring.examiner());
    }

    ShowCorrectionsHandler(ShowCorrections showCorrections, Examiner examiner) {
        this.showCorrections = showCorrections;
        this.examiner = examiner;
    }

    @Override
    protected Reply handle(Request request) {
        return switch (showCorrections.show(request.path("id"), request.caller().subject())) {
            case Outcome.Shown(var turns) -> Reply.ok(json(turns));
            case Outcome.NotPublished() -> Reply.problem(ProblemType.NOT_PUBLISHED);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }

    private ObjectNode json(List<Turn> turns) {
        List<ObjectNode> answers = IntStream.range(1, turns.size()).mapToObj(n -> answer(turns.get(n - 1), turns.get(n))).toList();
        ObjectNode json = Json.object().put("locale", turns.getFirst().terms().locale().tag());
        json.set("answers", Json.array(answers, answer -> answer));
        return json;
    }

    /** @param asked the turn in which the question was asked */
    private ObjectNode answer(Turn asked, Turn after) {
        Answered answered = after.answered().orElseThrow();
        Terms terms = after.terms();
        ObjectNode json = Json.object();
        json.set("question", QuestionJson.of(asked, examiner));
        json.set("response", ResponseJson.write(answered.response()));
        json.put("outcome", answered.verdict().code());
        json.set("correction", CorrectionJson.of(examiner.item(answered.itemKey()).correction(terms.seed(), terms.locale())));
        return json;
    }
}
