package pix.functions.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pix.Language;
import pix.ability.Ability;
import pix.ability.LevelEstimate;
import pix.ability.Levels;
import pix.framework.Competence;
import pix.http.Json;
import pix.learner.Learner;
import pix.session.Candidate;
import pix.session.Finalisation;
import pix.session.Result;
import pix.session.Result.Publication;
import pix.session.Result.Verdict;
import pix.session.Session;
import pix.session.Sitting;

/** Results as the candidate reads them once published, and as the jury reads them before. */
final class ResultJson {
    private ResultJson() {}

    /** Where the result is published. */
    static ObjectNode published(Result result, Publication publication, Language language) {
        ObjectNode json = Json.object().put("status", publication.verdict().code());
        publication.code().ifPresent(code -> json.put("code", code));
        putReason(json, publication, language);
        if (publication.verdict() == Verdict.CERTIFIED) {
            json.put("pix", result.pix()).put("level", Levels.global(result.pix()));
        }
        json.put("publishedAt", publication.at().toString()).put("mayAppeal", result.mayAppeal());
        result.appeal().ifPresent(appeal -> json.put("appealedAt", appeal.at().toString()));
        return json;
    }

    private static void putReason(ObjectNode json, Publication publication, Language language) {
        publication.reason().or(() -> publication.code().map(code -> Sentences.result(code).in(language)))
                .ifPresent(reason -> json.put("reason", reason));
    }

    /** What was published, for the head: no figures, those are the certificate's. */
    static void putVerdict(ObjectNode json, Candidate candidate, Language language) {
        candidate.result().ifPresent(result -> result.publication().ifPresent(publication -> {
            json.put("verdict", result.status() == Result.Status.ABSENT ? "absent" : publication.verdict().code());
            putReason(json, publication, language);
        }));
    }

    static ObjectNode jury(Session session, List<Candidate> candidates, Map<String, Learner> people, Language language) {
        ObjectNode json = Json.object();
        json.set("session", SessionJson.of(session));
        Finalisation finalisation = session.finalisation().orElseThrow();
        json.set("candidates", Json.array(candidates, c -> candidate(finalisation, c, people.get(c.learnerId()), language)));
        return json;
    }

    private static ObjectNode candidate(Finalisation finalisation, Candidate candidate, Learner person, Language language) {
        ObjectNode json = Json.object().put("learnerId", candidate.learnerId());
        CandidateJson.putPerson(json, person);
        candidate.result().ifPresent(result -> put(json, result, language));
        var reason = finalisation.notFinished().get(candidate.learnerId());
        if (reason != null) json.put("notFinished", reason.code());
        json.put("focusLosses", candidate.progress().focusLosses());
        json.set("alerts", Json.array(candidate.sitting().map(Sitting::alerts).orElse(List.of()), CandidateJson::alert));
        return json;
    }

    private static void put(ObjectNode json, Result result, Language language) {
        json.put("status", result.status().code());
        result.code().ifPresent(code -> json.put("code", code));
        json.put("answered", result.answered());
        if (result.measured()) {
            Ability ability = result.ability();
            json.put("pix", result.pix()).put("level", Levels.global(result.pix()));
            json.set("competences", Json.array(Arrays.asList(Competence.values()), c -> competence(LevelEstimate.of(ability, c))));
        }
        json.set("flags", Json.array(result.flags(), f -> Json.object()
                .put("code", f.code()).put("text", Sentences.flag(f).in(language))));
        result.publication().ifPresent(p -> json.set("published", published(result, p, language)));
        result.appeal().ifPresent(a -> json.putObject("appeal").put("text", a.text()).put("at", a.at().toString()));
    }

    private static ObjectNode competence(LevelEstimate estimate) {
        ObjectNode json = Json.object()
                .put("code", estimate.competence().code())
                .put("level", estimate.level())
                .put("pix", estimate.pix());
        json.putArray("interval").add(rounded(estimate.interval().low())).add(rounded(estimate.interval().high()));
        return json;
    }

    private static double rounded(double level) {
        return Math.round(level * 100) / 100.0;
    }
}
