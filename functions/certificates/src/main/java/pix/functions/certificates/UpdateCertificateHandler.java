package pix.functions.certificates;

import java.time.InstantSource;
import pix.certificate.Authority;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code PATCH /certificates/{id}}: the holder decides whether those who verify it see the competences. */
public final class UpdateCertificateHandler extends HttpHandler {
    private final Certificates certificates;
    private final Authority authority;
    private final InstantSource clock;

    public UpdateCertificateHandler() {
        this(Wiring.certificates(), Wiring.authority(), Wiring.clock());
    }

    UpdateCertificateHandler(Certificates certificates, Authority authority, InstantSource clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        CertificateCode code = Access.code(request.path("id"));
        Fields body = request.body("showDetail");
        boolean shown = body.flag("showDetail");
        body.check();
        if (!certificates.showDetail(code, caller.subject(), shown)) return Reply.problem(ProblemType.NOT_FOUND);
        return Reply.ok(CertificateJson.whole(
                Access.mine(certificates, caller, request.path("id")), authority, clock.instant()));
    }
}
