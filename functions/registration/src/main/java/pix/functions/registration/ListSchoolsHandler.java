package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequests;
import pix.enrolment.SchoolLink;
import pix.enrolment.SchoolLinks;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /me/schools}: the schools one is linked to, and those one asks for a place. */
public final class ListSchoolsHandler extends HttpHandler {
    private final SchoolLinks links;
    private final PlaceRequests requests;
    private final SchoolReplies replies;

    public ListSchoolsHandler() {
        this(Wiring.schoolLinks(), Wiring.placeRequests(), Wiring.schoolReplies());
    }

    ListSchoolsHandler(SchoolLinks links, PlaceRequests requests, SchoolReplies replies) {
        this.links = links;
        this.requests = requests;
        this.replies = replies;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        List<SchoolLink> linked = links.of(learnerId);
        Set<String> ids = linked.stream().map(SchoolLink::organisationId).collect(Collectors.toSet());
        List<PlaceRequest> asked = requests.of(learnerId).stream().filter(r -> !ids.contains(r.organisationId())).toList();
        ObjectNode json = Json.object();
        json.set("schools", Json.array(linked, replies::link));
        json.set("requests", Json.array(asked, replies::request));
        return Reply.ok(json);
    }
}
