package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import pix.assessment.Answered;
import pix.assessment.Assessments;
import pix.assessment.Profile;
import pix.assessment.Profiles;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.bank.PublicId;
import pix.framework.Competence;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.http.ResponseJson;
import pix.learner.Learners;
import pix.session.ShowCorrections;

/**
 * {@code GET /me/export}: everything held about the caller (GDPR, articles 15 and 20). Never what would have been right: the
 * questions are not theirs.
 */
public final class ExportLearnerHandler extends HttpHandler {
    private final Learners learners;
    private final Profiles profiles;
    private final Assessments assessments;
    private final ShowCorrections corrections;
    private final Map<String, ExportPart> parts;

    public ExportLearnerHandler() {
        this(Wiring.learners(), Wiring.profiles(), Wiring.assessments(), Wiring.showCorrections(), Wiring.exportParts());
    }

    ExportLearnerHandler(
            Learners learners, Profiles profiles, Assessments assessments, ShowCorrections corrections, Map<String, ExportPart> parts) {
        this.learners = learners;
        this.profiles = profiles;
        this.assessments = assessments;
        this.corrections = corrections;
        this.parts = Map.copyOf(parts);
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        ObjectNode export = Json.object();
        learners.find(learnerId).ifPresent(learner -> export.set("account", Replies.learner(learner)));
        export.set("profile", profile(profiles.find(learnerId)));
        export.set("assessments", Json.array(assessments.startedBy(learnerId), this::assessment));
        parts.forEach((name, part) -> export.set(name, part.of(learnerId)));
        return new Reply.Body(200, export, Map.of("content-disposition", "attachment; filename=\"pix-export.json\""));
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode json = Json.object().put("state", base64(profile.sites().toBytes()));
        ObjectNode answers = json.putObject("answers");
        for (Competence c : Competence.values()) answers.put(c.code(), profile.answers(c));
        json.put("itemsMet", base64(profile.seen().toBytes()));
        json.set("open", Json.strings(profile.open().values()));
        profile.updatedAt().ifPresent(at -> json.put("updatedAt", at.toString()));
        return json;
    }

    private ObjectNode assessment(String assessmentId) {
        var turns = assessments.turns(assessmentId);
        Terms terms = turns.getFirst().terms();
        ObjectNode json = Json.object()
                .put("assessmentId", assessmentId)
                .put("kind", terms.kind().code())
                .put("locale", terms.locale().tag())
                .put("startedAt", terms.startedAt().toString())
                .put("completed", turns.getLast().completed());
        terms.competence().ifPresent(c -> json.put("competence", c.code()));
        boolean told = corrections.readable(terms);
        json.set("answers", Json.array(turns.stream().skip(1).toList(), turn -> answer(turn, told)));
        return json;
    }

    /** @param told whether it may be known how the answer came out: of an exam, once it is published */
    private static ObjectNode answer(Turn turn, boolean told) {
        Answered answered = turn.answered().orElseThrow();
        ObjectNode json = Json.object()
                .put("sequence", turn.sequence())
                .put("itemId", PublicId.ofKey(answered.itemKey()))
                .put("outcome", told ? answered.verdict().code() : "recorded")
                .put("answeredAt", answered.at().toString());
        json.set("response", ResponseJson.write(answered.response()));
        return json;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
