package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.enrolment.SchoolLinks;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /me/schools}. */
public final class ListSchoolsHandler extends HttpHandler {
    private final SchoolLinks links;
    private final SchoolReplies replies;

    public ListSchoolsHandler() {
        this(Wiring.schoolLinks(), Wiring.schoolReplies());
    }

    ListSchoolsHandler(SchoolLinks links, SchoolReplies replies) {
        this.links = links;
        this.replies = replies;
    }

    @Override
    protected Reply handle(Request request) {
        ObjectNode json = Json.object();
        json.set("schools", Json.array(links.of(request.caller().subject()), replies::link));
        return Reply.ok(json);
    }
}
