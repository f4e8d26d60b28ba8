package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import pix.Text;
import pix.ability.Levels;
import pix.framework.Area;
import pix.framework.Competence;
import pix.framework.LevelName;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /framework}. */
public final class ShowFrameworkHandler extends HttpHandler {

    @Override
    protected Reply handle(Request request) {
        ObjectNode framework = Json.object();
        framework.set("areas", Json.array(Arrays.asList(Area.values()), ShowFrameworkHandler::area));
        framework.set("levels", Json.array(IntStream.rangeClosed(1, Levels.HIGHEST).boxed().toList(),
                ShowFrameworkHandler::level));
        return Reply.cacheable(framework);
    }

    private static ObjectNode area(Area area) {
        var competences = Arrays.stream(Competence.values()).filter(c -> c.area() == area).toList();
        ObjectNode json = named(Json.object().put("code", area.code()), area.title());
        json.set("competences",
                Json.array(competences, c -> named(Json.object().put("code", c.code()), c.title())));
        return json;
    }

    private static ObjectNode level(int level) {
        return named(Json.object().put("level", level), LevelName.of(level).title())
                .put("minPix", Levels.globalBound(level));
    }

    private static ObjectNode named(ObjectNode json, Text name) {
        json.set("name", GuideJson.text(name));
        return json;
    }
}
