package pix.functions.certificates;

import java.time.InstantSource;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.RevokeCertificate;
import pix.certificate.RevokeCertificate.Outcome;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /certificates/{id}/revocation}, for the operator. */
public final class RevokeCertificateHandler extends HttpHandler {
    static final int LONGEST_REASON = 500;

    private final RevokeCertificate revokeCertificate;
    private final Authority authority;
    private final InstantSource clock;

    public RevokeCertificateHandler() {
        this(Wiring.revokeCertificate(), Wiring.authority(), Wiring.clock());
    }

    RevokeCertificateHandler(RevokeCertificate revokeCertificate, Authority authority, InstantSource clock) {
        this.revokeCertificate = revokeCertificate;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        Caller operator = Access.operator(request.caller());
        CertificateCode code = Access.code(request.path("id"));
        Fields body = request.body("reason");
        String reason = body.text("reason", 3, LONGEST_REASON);
        body.check();
        return switch (revokeCertificate.revoke(code, reason, operator.subject())) {
            case Outcome.Revoked(Certificate certificate) ->
                Reply.ok(CertificateJson.whole(certificate, authority, clock.instant()));
            case Outcome.AlreadyRevoked() -> Reply.problem(ProblemType.ALREADY_REVOKED);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
