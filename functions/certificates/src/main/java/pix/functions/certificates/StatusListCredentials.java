package pix.functions.certificates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pix.certificate.Authority;
import pix.certificate.Issuer;
import pix.certificate.Jws;
import pix.certificate.StatusList;
import pix.http.Json;

/** Status lists as signed credentials. Signing costs a call of KMS, so it is done once a change. Thread-safe. */
final class StatusListCredentials {
    private record Signed(StatusList list, Jws credential) {}

    private final Authority authority;
    private final Issuer issuer;
    private final Map<Integer, Signed> signed = new ConcurrentHashMap<>();

    StatusListCredentials(Authority authority, Issuer issuer) {
        this.authority = authority;
        this.issuer = issuer;
    }

    Jws of(StatusList list) {
        return signed.compute(list.number(), (number, before) ->
                before != null && before.list().equals(list) ? before : new Signed(list, issuer.sign(credential(list))))
                .credential();
    }

    private byte[] credential(StatusList list) {
        String id = authority.statusListAddress(list.number());
        ObjectNode credential = Json.object();
        credential.set("@context", Json.strings(List.of("https://www.w3.org/ns/credentials/v2")));
        credential.put("id", id);
        credential.set("type", Json.strings(List.of("VerifiableCredential", "BitstringStatusListCredential")));
        credential.put("issuer", authority.did());
        credential.put("validFrom", list.changedAt().toString());
        credential.putObject("credentialSubject")
                .put("id", id + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation")
                .put("encodedList", list.encoded());
        return Json.write(credential).getBytes(StandardCharsets.UTF_8);
    }
}
