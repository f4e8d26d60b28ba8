package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import pix.ability.LevelEstimate;
import pix.ability.Levels;
import pix.assessment.Profile;
import pix.assessment.Turn;
import pix.framework.Competence;
import pix.http.Json;

/** A profile as the contract writes it: sixteen entries, each level with its probability. */
final class ProfileJson {
    private ProfileJson() {}

    static ObjectNode of(Profile profile, List<Turn> open) {
        ObjectNode json = Json.object()
                .put("pix", profile.pix())
                .put("globalLevel", Levels.global(profile.pix()))
                .put("certifiable", profile.certifiable());
        json.set("competences", Json.array(Arrays.asList(Competence.values()), c -> competence(profile, c)));
        json.set("open", Json.array(open, ProfileJson::open));
        profile.updatedAt().ifPresent(at -> json.put("updatedAt", at.toString()));
        return json;
    }

    private static ObjectNode competence(Profile profile, Competence competence) {
        LevelEstimate estimate = profile.estimate(competence);
        ObjectNode json = Json.object()
                .put("code", competence.code())
                .put("level", profile.known() ? estimate.level() : 0)
                .put("pix", profile.known() ? estimate.pix() : 0);
        json.putArray("interval").add(rounded(estimate.interval().low(), 2)).add(rounded(estimate.interval().high(), 2));
        var probabilities = json.putArray("probabilities");
        estimate.probabilities().forEach(p -> probabilities.add(rounded(p, 4)));
        return json.put("standardError", rounded(estimate.standardError(), 3))
                .put("answers", profile.answers(competence))
                .put("measured", profile.answers(competence) > 0);
    }

    private static ObjectNode open(Turn turn) {
        ObjectNode json = Json.object()
                .put("assessmentId", turn.terms().assessmentId())
                .put("kind", turn.terms().kind().code());
        turn.terms().competence().ifPresent(c -> json.put("competence", c.code()));
        return json.put("answered", turn.sequence());
    }

    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
