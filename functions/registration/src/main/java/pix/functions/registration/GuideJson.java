package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.Text;
import pix.guide.Guide;
import pix.http.Json;

/** The guide as the contract writes it. */
final class GuideJson {
    private GuideJson() {}

    static ObjectNode text(Text text) {
        return Json.object().put("fr", text.fr()).put("en", text.en());
    }

    static ObjectNode question(Guide.Question question) {
        ObjectNode json = Json.object().put("id", question.id());
        json.set("text", text(question.text()));
        question.help().ifPresent(help -> json.set("help", text(help)));
        json.set("answers", Json.array(question.answers(), GuideJson::answer));
        return json;
    }

    private static ObjectNode answer(Guide.Answer answer) {
        ObjectNode json = Json.object().put("id", answer.id());
        json.set("text", text(answer.text()));
        switch (answer) {
            case Guide.Answer.Next next -> json.put("next", next.question());
            case Guide.Answer.Case found -> json.putObject("advice")
                    .put("situation", found.situation().code())
                    .put("organisedByInstitution", found.organisedByInstitution())
                    .put("homeSchooled", found.homeSchooled());
        }
        return json;
    }
}
