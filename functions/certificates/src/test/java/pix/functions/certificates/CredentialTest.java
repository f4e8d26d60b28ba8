package pix.functions.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.certificates.Fixtures.AUTHORITY;
import static pix.functions.certificates.Fixtures.NOW;
import static pix.functions.certificates.Fixtures.aResult;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.Issue;
import pix.certificate.Issuer;
import pix.certificate.Jws;
import pix.certificate.StatusEntry;
import pix.certificate.StatusList;
import pix.embedded.Call;
import pix.embedded.KeyFileSigner;
import pix.functions.certificates.CredentialVerifier.Refusal;
import pix.functions.certificates.CredentialVerifier.Verdict;
import pix.http.Json;

class CredentialTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void is_an_open_badge_on_a_verifiable_credential() throws IOException {
        Certificate certificate = world.issued(aResult().result());

        JsonNode header = json(certificate.credential().header());
        JsonNode credential = json(certificate.credential().payload());

        assertEquals("{\"alg\":\"ES256\",\"typ\":\"vc+jwt\",\"cty\":\"vc\",\"kid\":\"did:web:pix.example.org#"
                + world.signer.current().id() + "\"}", header.toString());
        assertEquals("[\"https://www.w3.org/ns/credentials/v2\","
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]", credential.path("@context").toString());
        assertEquals("[\"VerifiableCredential\",\"OpenBadgeCredential\"]", credential.path("type").toString());
        assertEquals("did:web:pix.example.org", credential.path("issuer").path("id").asText());
        assertEquals(NOW.toString(), credential.path("validFrom").asText());
        assertFalse(credential.has("validUntil"));
        JsonNode achievement = credential.path("credentialSubject").path("achievement");
        assertEquals("Certification", achievement.path("achievementType").asText());
        assertEquals(16, achievement.path("alignment").size());
        assertEquals(17, achievement.path("resultDescription").size());
        assertEquals("RawScore", achievement.path("resultDescription").path(0).path("resultType").asText());
        assertEquals("PerformanceLevel", achievement.path("resultDescription").path(1).path("resultType").asText());
        assertEquals(9, achievement.path("resultDescription").path(1).path("allowedValue").size());
        JsonNode results = credential.path("credentialSubject").path("result");
        assertEquals("528", results.path(0).path("value").asText());
        for (int i = 0; i < 17; i++) {
            assertEquals(achievement.path("resultDescription").path(i).path("id"), results.path(i).path("resultDescription"));
        }
        assertEquals("BitstringStatusListEntry", credential.path("credentialStatus").path("type").asText());
        assertTrue(credential.path("credentialStatus").path("statusListIndex").isTextual());
    }

    @Test
    void names_nobody_and_lets_whoever_knows_the_name_check_it() throws Exception {
        Certificate certificate = world.issued(aResult().result());
        String text = new String(certificate.credential().payload(), StandardCharsets.UTF_8);

        JsonNode identity = Json.read(text).path("credentialSubject").path("identifier").path(0);

        for (String secret : Set.of("Martin", "Léa", "2012", "Lyon", "learner-1", certificate.code().grouped())) {
            assertFalse(text.contains(secret), secret);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(("Léa Martin" + identity.path("salt").asText()).getBytes(StandardCharsets.UTF_8));
        assertEquals("sha256$" + HexFormat.of().formatHex(hash), identity.path("identityHash").asText());
    }

    @Test
    void another_implementation_verifies_it_with_the_key_of_the_did_document() throws Exception {
        Certificate certificate = world.issued(aResult().result());
        JsonNode did = Call.of("show-did").to(new ShowDidHandler(AUTHORITY, world.signer)).json();

        JWSObject jws = JWSObject.parse(certificate.credential().compact());
        ECKey key = ECKey.parse(did.path("verificationMethod").path(0).path("publicKeyJwk").toString());

        assertEquals(jws.getHeader().getKeyID(), did.path("verificationMethod").path(0).path("id").asText());
        assertEquals(key.computeThumbprint().toString(), key.getKeyID());
        assertTrue(jws.verify(new ECDSAVerifier(key)));
    }

    @Test
    void is_refused_whichever_byte_is_changed() {
        String compact = world.issued(aResult().result()).credential().compact();
        Random random = new Random(3);
        Set<Refusal> reasons = new TreeSet<>();

        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(compact.length());
            char other = compact.charAt(at) == 'A' ? 'B' : 'A';
            Verdict verdict = world.verifier.verify(compact.substring(0, at) + other + compact.substring(at + 1));
            reasons.add(assertInstanceOf(Verdict.Refused.class, verdict).reason());
        }

        assertTrue(reasons.contains(Refusal.BAD_SIGNATURE), reasons.toString());
        assertTrue(Set.of(Refusal.MALFORMED, Refusal.UNKNOWN_KEY, Refusal.BAD_SIGNATURE).containsAll(reasons), reasons.toString());
    }

    @Test
    void is_refused_when_signed_with_another_key_even_under_the_name_of_ours() {
        Jws ours = world.issued(aResult().result()).credential();
        KeyFileSigner stranger = KeyFileSigner.withNewKey();

        Jws forged = new Jws(ours.header(), ours.payload(), stranger.sign(ours.signed()));
        Jws foreign = new Issuer(AUTHORITY, (r, i) -> new byte[0], stranger, world.clock).sign(ours.payload());

        assertEquals(new Verdict.Refused(Refusal.BAD_SIGNATURE), world.verifier.verify(forged.compact()));
        assertEquals(new Verdict.Refused(Refusal.UNKNOWN_KEY), world.verifier.verify(foreign.compact()));
    }

    @Test
    void what_a_retired_key_signed_stays_valid() {
        String compact = world.issued(aResult().result()).credential().compact();
        KeyFileSigner next = KeyFileSigner.withNewKey(world.signer.current());

        JsonNode did = Call.of("show-did").to(new ShowDidHandler(AUTHORITY, next)).json();

        assertEquals(2, did.path("assertionMethod").size());
        assertInstanceOf(Verdict.Accepted.class,
                new CredentialVerifier(AUTHORITY, next, world.statusLists, world.clock).verify(compact));
    }

    @Test
    void is_refused_before_its_time_and_after_it() {
        Authority strict = new Authority("A", "Pix", AUTHORITY.address(), Optional.of(Period.ofYears(1)));
        StatusEntry entry = world.statusLists.reserve(1).getFirst();
        Issue issue = new Issue(NOW, Optional.of(Instant.parse("2028-03-20T09:00:00Z")), entry);
        String compact = world.issuer(strict)
                .sign(new OpenBadge(strict, world.random).write(aResult().result(), issue)).compact();

        assertInstanceOf(Verdict.Accepted.class, world.verifier.verify(compact));
        world.now.set(NOW.minusSeconds(1));
        assertEquals(new Verdict.Refused(Refusal.NOT_YET_VALID), world.verifier.verify(compact));
        world.now.set(Instant.parse("2028-03-20T09:00:00Z"));
        assertEquals(new Verdict.Refused(Refusal.EXPIRED), world.verifier.verify(compact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.AA", "eyJhbGciOiJub25lIn0.e30.", "\u0000.x.y"})
    void is_refused_where_it_is_none_at_all(String compact) {
        assertEquals(new Verdict.Refused(Refusal.MALFORMED), world.verifier.verify(compact));
    }

    @Test
    void the_status_list_is_a_signed_credential_whose_bits_are_those_revoked() throws Exception {
        Certificate certificate = world.issued(aResult().result());
        Call.of("revoke-certificate").path("id", certificate.code().grouped()).to(world.revoke);

        Call.Answer answer = Call.of("show-status-list").to(world.statusList);
        Jws list = Jws.parse(new String(answer.bytes(), StandardCharsets.US_ASCII)).orElseThrow();
        JsonNode subject = json(list.payload()).path("credentialSubject");
        byte[] bits = gunzip(subject.path("encodedList").asText());

        assertEquals("application/vc+jwt", answer.headers().path("content-type").asText());
        assertTrue(CredentialVerifier.isSigned(list, world.signer.current()));
        assertEquals("revocation", subject.path("statusPurpose").asText());
        assertEquals(StatusList.SIZE / 8, bits.length);
        int index = certificate.issue().statusEntry().index();
        assertEquals(0x80 >>> index % 8, bits[index / 8] & 0xff);
        assertEquals(404, Call.of("show-status-list").path("list", "2").to(world.statusList).status());
        assertEquals(404, Call.of("show-status-list").path("list", "x").to(world.statusList).status());
    }

    private static byte[] gunzip(String encodedList) throws IOException {
        assertEquals('u', encodedList.charAt(0));
        byte[] zipped = Base64.getUrlDecoder().decode(encodedList.substring(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        }
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return Json.read(new String(bytes, StandardCharsets.UTF_8));
    }
}
