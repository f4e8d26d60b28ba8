package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.guide.Guide;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /guide}. */
public final class ShowGuideHandler extends HttpHandler {

    @Override
    protected Reply handle(Request request) {
        ObjectNode guide = Json.object().put("start", Guide.start());
        guide.set("questions", Json.array(Guide.QUESTIONS, GuideJson::question));
        return Reply.cacheable(guide);
    }
}
