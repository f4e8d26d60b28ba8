package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.enrolment.Uploads;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /organisations/{id}/uploads}. */
public final class ListUploadsHandler extends HttpHandler {
    private static final int NEWEST = 20;

    private final Access access;
    private final Uploads uploads;

    public ListUploadsHandler() {
        this(Wiring.ofPlatform());
    }

    ListUploadsHandler(Wiring wiring) {
        this.access = wiring.access();
        this.uploads = wiring.uploads();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        ObjectNode json = Json.object();
        json.set("uploads", Json.array(uploads.newest(member.organisationId(), NEWEST), UploadJson::summary));
        return Reply.ok(json);
    }
}
