package pix.functions.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import pix.certificate.Certificate;
import pix.certificate.Certificates;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /certificates/{id}/credential}: the signed credential, for a wallet or to be checked elsewhere. */
public final class ShowCredentialHandler extends HttpHandler {
    private final Certificates certificates;

    public ShowCredentialHandler() {
        this(Wiring.certificates());
    }

    ShowCredentialHandler(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    protected Reply handle(Request request) {
        Certificate certificate = Access.mine(certificates, request.caller(), request.path("id"));
        byte[] compact = certificate.credential().compact().getBytes(StandardCharsets.US_ASCII);
        return new Reply.File("application/vc+jwt", compact, Map.of("content-disposition",
                "attachment; filename=\"pix-" + certificate.code().grouped() + ".jwt\""));
    }
}
