package pix.functions.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.certificate.VerificationLimit;
import pix.functions.certificates.CredentialVerifier.Verdict;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /verification}: checks a credential file for whoever cannot check it themselves. */
public final class VerifyCredentialHandler extends HttpHandler {
    private static final int LONGEST = 60_000;

    private final CredentialVerifier verifier;
    private final VerificationLimit limit;

    public VerifyCredentialHandler() {
        this(Wiring.credentialVerifier(), Wiring.verificationLimit());
    }

    VerifyCredentialHandler(CredentialVerifier verifier, VerificationLimit limit) {
        this.verifier = verifier;
        this.limit = limit;
    }

    @Override
    protected Reply handle(Request request) {
        if (!limit.admits(request.sourceAddress())) {
            return Reply.tooManyAttempts(VerifyCertificateHandler.RETRY_AFTER_SECONDS);
        }
        Fields body = request.body("credential");
        String credential = body.text("credential", 1, LONGEST);
        body.check();
        return Reply.ok(json(verifier.verify(credential)));
    }

    private static ObjectNode json(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(JsonNode credential) ->
                Json.object().put("status", "valid").set("credential", credential);
            case Verdict.Refused(var reason) -> Json.object().put("status", "refused").put("reason", reason.code());
        };
    }
}
