package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.enrolment.Upload;
import pix.enrolment.Uploads;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.objects.ObjectStore;

/** {@code GET /organisations/{id}/uploads/{uploadId}}. */
public final class ShowUploadHandler extends HttpHandler {
    private final Access access;
    private final Uploads uploads;
    private final ObjectStore objects;

    public ShowUploadHandler() {
        this(Wiring.ofPlatform());
    }

    ShowUploadHandler(Wiring wiring) {
        this.access = wiring.access();
        this.uploads = wiring.uploads();
        this.objects = wiring.objects();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toLook(request);
        Upload upload = uploads.find(member.organisationId(), request.path("uploadId"))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        ObjectNode json = UploadJson.whole(upload, request.language());
        if (upload.reported()) {
            json.put("reportUrl", objects.addressToGet(UploadKeys.of(upload).report(), "pix-import.csv").toString());
        }
        return Reply.ok(json);
    }
}
