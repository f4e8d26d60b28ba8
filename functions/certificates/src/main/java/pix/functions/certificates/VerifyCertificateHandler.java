package pix.functions.certificates;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.certificate.VerificationLimit;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/**
 * {@code GET /verification/{code}}. A code nobody has, and what is no code at all, cost the store what a code somebody
 * has costs: one count, one read.
 */
public final class VerifyCertificateHandler extends HttpHandler {
    static final int RETRY_AFTER_SECONDS = 60;
    private static final CertificateCode IN_PLACE_OF_NONE = new CertificateCode("0".repeat(13));
    private static final Map<String, String> NOT_FOR_SEARCH = Map.of("x-robots-tag", "noindex");

    private final Certificates certificates;
    private final VerificationLimit limit;
    private final Authority authority;
    private final InstantSource clock;

    public VerifyCertificateHandler() {
        this(Wiring.certificates(), Wiring.verificationLimit(), Wiring.authority(), Wiring.clock());
    }

    VerifyCertificateHandler(
            Certificates certificates, VerificationLimit limit, Authority authority, InstantSource clock) {
        this.certificates = certificates;
        this.limit = limit;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        if (!limit.admits(request.sourceAddress())) return Reply.tooManyAttempts(RETRY_AFTER_SECONDS);
        Optional<CertificateCode> code = CertificateCode.parse(request.path("code"));
        Optional<Certificate> certificate = certificates.find(code.orElse(IN_PLACE_OF_NONE)).filter(c -> code.isPresent());
        if (certificate.isEmpty()) return Reply.problem(ProblemType.UNKNOWN_CODE);
        return new Reply.Body(
                200, CertificateJson.verification(certificate.get(), authority, clock.instant()), NOT_FOR_SEARCH);
    }
}
