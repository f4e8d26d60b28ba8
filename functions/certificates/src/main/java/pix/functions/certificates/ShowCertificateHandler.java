package pix.functions.certificates;

import java.time.InstantSource;
import java.util.Map;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.Certificates;
import pix.functions.certificates.pdf.CertificatePdf;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;

/**
 * {@code GET /certificates/{id}}: as JSON, or where the id ends in {@code .pdf} as the document, in the caller's
 * language. Gateways match whole segments of a path only, so that one handler answers both. The document is made when
 * it is asked for and kept nowhere.
 */
public final class ShowCertificateHandler extends HttpHandler {
    private static final String PDF = ".pdf";

    private final Certificates certificates;
    private final Authority authority;
    private final CertificatePdf pdf;
    private final InstantSource clock;

    public ShowCertificateHandler() {
        this(Wiring.certificates(), Wiring.authority(), new CertificatePdf(Wiring.authority()), Wiring.clock());
    }

    ShowCertificateHandler(Certificates certificates, Authority authority, CertificatePdf pdf, InstantSource clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.pdf = pdf;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        String id = request.path("id");
        return id.endsWith(PDF)
                ? document(request, Access.mine(certificates, request.caller(), id.substring(0, id.length() - PDF.length())))
                : Reply.ok(CertificateJson.whole(
                        Access.mine(certificates, request.caller(), id), authority, clock.instant()));
    }

    private Reply document(Request request, Certificate certificate) {
        return new Reply.File("application/pdf", pdf.render(certificate, request.language()), Map.of(
                "content-disposition", "attachment; filename=\"pix-" + certificate.code().grouped() + ".pdf\"",
                "content-language", request.language().tag()));
    }
}
