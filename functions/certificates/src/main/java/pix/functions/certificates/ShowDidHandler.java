package pix.functions.certificates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import pix.certificate.Authority;
import pix.certificate.Signer;
import pix.certificate.VerificationKey;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /.well-known/did.json}: the keys, of now and of before, that check what the issuer signed. */
public final class ShowDidHandler extends HttpHandler {
    private final Authority authority;
    private final Signer signer;

    public ShowDidHandler() {
        this(Wiring.authority(), Wiring.signer());
    }

    ShowDidHandler(Authority authority, Signer signer) {
        this.authority = authority;
        this.signer = signer;
    }

    @Override
    protected Reply handle(Request request) {
        List<VerificationKey> keys =
                Stream.concat(Stream.of(signer.current()), signer.retired().stream()).toList();
        ObjectNode did = Json.object();
        did.set("@context", Json.strings(List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1")));
        did.put("id", authority.did());
        did.set("verificationMethod", Json.array(keys, this::method));
        did.set("assertionMethod", Json.strings(keys.stream().map(this::id).toList()));
        return Reply.cacheable(did);
    }

    private ObjectNode method(VerificationKey key) {
        ObjectNode method = Json.object()
                .put("id", id(key))
                .put("type", "JsonWebKey")
                .put("controller", authority.did());
        method.putObject("publicKeyJwk")
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", key.x())
                .put("y", key.y())
                .put("alg", "ES256")
                .put("use", "sig")
                .put("kid", key.id());
        return method;
    }

    private String id(VerificationKey key) {
        return authority.did() + "#" + key.id();
    }
}
