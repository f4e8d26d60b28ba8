package pix.functions.certificates;

import java.time.InstantSource;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CorrectCertificate;
import pix.certificate.CorrectCertificate.Correction;
import pix.certificate.CorrectCertificate.Outcome;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /certificates/{id}/correction}, for the operator: answers with the certificate that takes its place. */
public final class CorrectCertificateHandler extends HttpHandler {
    private static final int LONGEST_NAME = 100;

    private final CorrectCertificate correctCertificate;
    private final Authority authority;
    private final InstantSource clock;

    public CorrectCertificateHandler() {
        this(Wiring.correctCertificate(), Wiring.authority(), Wiring.clock());
    }

    CorrectCertificateHandler(CorrectCertificate correctCertificate, Authority authority, InstantSource clock) {
        this.correctCertificate = correctCertificate;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        Caller operator = Access.operator(request.caller());
        CertificateCode code = Access.code(request.path("id"));
        Fields body = request.body("reason", "familyName", "givenNames", "birthDate", "birthPlace");
        String reason = body.text("reason", 3, RevokeCertificateHandler.LONGEST_REASON);
        Correction correction = new Correction(
                body.optionalText("familyName", 1, LONGEST_NAME),
                body.optionalText("givenNames", 1, LONGEST_NAME),
                body.optionalDate("birthDate"),
                body.optionalText("birthPlace", 1, LONGEST_NAME));
        body.check();
        return switch (correctCertificate.correct(code, correction, reason, operator.subject())) {
            case Outcome.Corrected(Certificate replacement) ->
                Reply.created(CertificateJson.whole(replacement, authority, clock.instant()));
            case Outcome.NothingToCorrect() -> Reply.problem(ProblemType.NOTHING_TO_CORRECT);
            case Outcome.AlreadyRevoked() -> Reply.problem(ProblemType.ALREADY_REVOKED);
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }
}
