package pix.functions.certificates;

import java.time.InstantSource;
import pix.certificate.Authority;
import pix.certificate.Certificates;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /me/certificates}. */
public final class ListCertificatesHandler extends HttpHandler {
    private final Certificates certificates;
    private final Authority authority;
    private final InstantSource clock;

    public ListCertificatesHandler() {
        this(Wiring.certificates(), Wiring.authority(), Wiring.clock());
    }

    ListCertificatesHandler(Certificates certificates, Authority authority, InstantSource clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        var held = certificates.heldBy(request.caller().subject());
        return Reply.ok(Json.object().set("certificates",
                Json.array(held, c -> CertificateJson.whole(c, authority, clock.instant()))));
    }
}
