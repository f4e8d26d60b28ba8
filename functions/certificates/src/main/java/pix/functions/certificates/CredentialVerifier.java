package pix.functions.certificates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import pix.certificate.Authority;
import pix.certificate.Jws;
import pix.certificate.Signer;
import pix.certificate.StatusLists;
import pix.certificate.VerificationKey;
import pix.http.Json;

/** Checks a credential in its compact form, step by step, as anybody else would, and says which step it fails. */
final class CredentialVerifier {

    enum Refusal {
        /** Not a credential of ours in the form we give them out. */
        MALFORMED("malformed"),
        UNKNOWN_KEY("unknown-key"),
        BAD_SIGNATURE("bad-signature"),
        NOT_YET_VALID("not-yet-valid"),
        EXPIRED("expired"),
        REVOKED("revoked");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    sealed interface Verdict {
        record Accepted(JsonNode credential) implements Verdict {}

        record Refused(Refusal reason) implements Verdict {}
    }

    private final Authority authority;
    private final Signer signer;
    private final StatusLists statusLists;
    private final InstantSource clock;

    CredentialVerifier(Authority authority, Signer signer, StatusLists statusLists, InstantSource clock) {
        this.authority = authority;
        this.signer = signer;
        this.statusLists = statusLists;
        this.clock = clock;
    }

    Verdict verify(String compact) {
        Optional<Jws> parsed = Jws.parse(compact);
        if (parsed.isEmpty()) return new Verdict.Refused(Refusal.MALFORMED);
        Jws jws = parsed.get();
        JsonNode header = json(jws.header());
        if (!header.path("alg").asText().equals("ES256") || !header.path("typ").asText().equals("vc+jwt")) {
            return new Verdict.Refused(Refusal.MALFORMED);
        }
        Optional<VerificationKey> key = key(header.path("kid").asText());
        if (key.isEmpty()) return new Verdict.Refused(Refusal.UNKNOWN_KEY);
        if (!isSigned(jws, key.get())) return new Verdict.Refused(Refusal.BAD_SIGNATURE);
        JsonNode credential = json(jws.payload());
        return refusal(credential).<Verdict>map(Verdict.Refused::new).orElseGet(() -> new Verdict.Accepted(credential));
    }

    private Optional<VerificationKey> key(String id) {
        return Stream.concat(Stream.of(signer.current()), signer.retired().stream())
                .filter(key -> id.equals(authority.did() + "#" + key.id()))
                .findFirst();
    }

    static boolean isSigned(Jws jws, VerificationKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key.key());
            signature.update(jws.signed());
            return signature.verify(jws.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What the content of a credential that is truly ours has against it. */
    private Optional<Refusal> refusal(JsonNode credential) {
        try {
            Instant now = clock.instant();
            if (!authority.did().equals(credential.path("issuer").path("id").asText())) return Optional.of(Refusal.MALFORMED);
            if (Instant.parse(credential.path("validFrom").asText()).isAfter(now)) return Optional.of(Refusal.NOT_YET_VALID);
            if (isRevoked(credential.path("credentialStatus"))) return Optional.of(Refusal.REVOKED);
            boolean expired = credential.has("validUntil")
                    && !now.isBefore(Instant.parse(credential.path("validUntil").asText()));
            return expired ? Optional.of(Refusal.EXPIRED) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.of(Refusal.MALFORMED);
        }
    }

    private boolean isRevoked(JsonNode status) {
        String address = status.path("statusListCredential").asText();
        int list = Integer.parseInt(address.substring(address.lastIndexOf('/') + 1));
        int index = Integer.parseInt(status.path("statusListIndex").asText());
        return statusLists.find(list).map(l -> l.revoked().contains(index)).orElse(true);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
