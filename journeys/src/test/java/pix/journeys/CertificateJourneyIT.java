package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.http.Json;

/** A certificate on the started product: swept up on schedule, downloaded by its holder, verified by a stranger. */
class CertificateJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static Product product;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        product.close();
        CLIENT.close();
    }

    @Test
    void is_issued_downloaded_and_verified() throws Exception {
        String token = awaitCertificate();
        JsonNode sweep = Json.read(text(post("/local/schedules/IssueCertificates", "")));
        String id = certificates(token).path(0).path("certificateId").asText();

        byte[] pdf = get("/certificates/" + id + ".pdf", token).body();
        String credential = text(get("/certificates/" + id + "/credential", token));
        JsonNode verified = Json.read(text(get("/verification/" + id, "")));
        JsonNode did = Json.read(text(get("/.well-known/did.json", "")));
        String list = JWSObject.parse(credential).getPayload().toJSONObject().get("credentialStatus").toString();

        assertTrue(sweep.path("finished").asBoolean(), sweep.toString());
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains(credential));
        assertEquals("valid", verified.path("status").asText());
        assertEquals("Karim Benali", verified.path("holder").asText());
        ECKey key = ECKey.parse(did.path("verificationMethod").path(0).path("publicKeyJwk").toString());
        assertTrue(JWSObject.parse(credential).verify(new ECDSAVerifier(key)));
        assertTrue(list.contains(product.address() + "/credentials/status/1"), list);
        assertEquals(200, get("/credentials/status/1", "").statusCode());
        assertEquals(404, post("/local/schedules/SignIn", "").statusCode());
        assertFalse(product.output().contains(id), "a code is a key: not in the log");
    }

    /** The product answers before its demonstration is complete; returns the token of whoever has a certificate. */
    private static String awaitCertificate() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String token = Person.signedIn(product, "karim.demo").token();
            post("/local/schedules/IssueCertificates", "");
            if (!certificates(token).isEmpty()) return token;
        }
        throw new AssertionError("no certificate:\n" + product.output());
    }

    private static JsonNode certificates(String token) throws IOException, InterruptedException {
        return Json.read(text(get("/me/certificates", token))).path("certificates");
    }

    private static HttpResponse<byte[]> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.address() + path));
        if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(product.address() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
