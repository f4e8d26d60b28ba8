package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pix.Language;
import pix.Text;
import pix.guide.Advice;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Situation;

/** {@code GET /guide/advice}. */
public final class ShowAdviceHandler extends HttpHandler {

    @Override
    protected Reply handle(Request request) {
        Fields query = request.query(Set.of("situation", "organisedByInstitution", "homeSchooled"));
        Situation situation = query.oneOf("situation", Situation::ofCode);
        boolean organised = query.optionalOneOf("organisedByInstitution", ShowAdviceHandler::bool).orElse(true);
        boolean homeSchooled = query.optionalOneOf("homeSchooled", ShowAdviceHandler::bool).orElse(false);
        query.check();
        return Reply.cacheable(json(Advice.of(situation, organised, homeSchooled), request.language()));
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static JsonNode json(Advice advice, Language language) {
        ObjectNode json = Json.object()
                .put("situation", advice.situation().code())
                .put("compulsory", advice.compulsory())
                .put("free", true)
                .put("organiser", advice.organiser().code())
                .put("organiserText", advice.organiser().description().in(language))
                .put("replaces", advice.replaces().map(t -> t.in(language)).orElse(null));
        json.set("howToRegister", texts(advice.howToRegister(), language));
        json.put("next", advice.waitForSchool() ? "wait-for-school" : "find-a-centre");
        json.set("afterwards", texts(advice.afterwards(), language));
        return json.put("recordedInSchoolBooklet", advice.recordedInSchoolBooklet());
    }

    private static JsonNode texts(List<Text> texts, Language language) {
        return Json.array(texts, t -> TextNode.valueOf(t.in(language)));
    }
}
