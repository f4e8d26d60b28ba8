package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.enrolment.Upload;
import pix.enrolment.Uploads;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.objects.ObjectStore;

/** {@code POST /organisations/{id}/uploads}. */
public final class CreateUploadHandler extends HttpHandler {
    private static final int LARGEST = 50_000_000;

    private final Wiring wiring;
    private final Access access;
    private final Uploads uploads;
    private final ObjectStore objects;

    public CreateUploadHandler() {
        this(Wiring.ofPlatform());
    }

    CreateUploadHandler(Wiring wiring) {
        this.wiring = wiring;
        this.access = wiring.access();
        this.uploads = wiring.uploads();
        this.objects = wiring.objects();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Fields body = request.body("fileName", "bytes", "mode");
        String fileName = body.text("fileName", 1, 200);
        int bytes = body.integer("bytes", 1, LARGEST);
        Upload.Mode mode = body.oneOf("mode", Upload.Mode::ofCode);
        body.check();
        Upload upload = Upload.waiting(member.organisationId(), wiring.drawUploadId(), fileName, bytes, mode, request.language(),
                member.who(), wiring.clock().instant());
        uploads.add(upload);
        return Reply.created(json(upload, objects.addressToPut(UploadKeys.of(upload).file(), bytes)));
    }

    private static ObjectNode json(Upload upload, ObjectStore.PutAddress address) {
        ObjectNode json = Json.object()
                .put("uploadId", upload.uploadId())
                .put("url", address.url().toString())
                .put("method", "PUT");
        ObjectNode headers = json.putObject("headers");
        address.headers().forEach(headers::put);
        return json.put("expiresAt", address.expiresAt().toString());
    }
}
