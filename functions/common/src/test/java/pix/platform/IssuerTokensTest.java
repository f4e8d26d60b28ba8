package pix.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.http.Caller;
import pix.http.Json;

/** Against an issuer that serves its keys over HTTP, as Cognito does. */
class IssuerTokensTest {
    private static final KeyPair FIRST = rsa();
    private static final KeyPair SECOND = rsa();

    private final Map<String, KeyPair> published = new LinkedHashMap<>(Map.of("first", FIRST));
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private HttpServer server;
    private String issuer;
    private IssuerTokens tokens;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pool/.well-known/jwks.json", exchange -> {
            fetches.incrementAndGet();
            byte[] body = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        issuer = "http://localhost:" + server.getAddress().getPort() + "/pool";
        tokens = new IssuerTokens(issuer, "web", now::get);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void knows_whose_token_it_is() {
        ObjectNode claims = claims().put("username", "lea");
        claims.putArray("cognito:groups").add("operator");

        assertEquals(new Caller("subject", "lea", Set.of("operator"), Set.of()), tokens.verify(signed("first", FIRST, claims)).orElseThrow());
    }

    @Test
    void asks_for_the_keys_once() {
        for (int i = 0; i < 3; i++) assertTrue(tokens.verify(signed("first", FIRST, claims())).isPresent());

        assertEquals(1, fetches.get());
    }

    @Test
    void follows_the_issuer_to_a_new_key_and_still_takes_the_old_one() {
        assertTrue(tokens.verify(signed("first", FIRST, claims())).isPresent());
        published.put("second", SECOND);

        assertFalse(tokens.verify(signed("second", SECOND, claims())).isPresent());
        now.updateAndGet(t -> t.plusSeconds(61));

        assertTrue(tokens.verify(signed("second", SECOND, claims())).isPresent());
        assertTrue(tokens.verify(signed("first", FIRST, claims())).isPresent());
    }

    @Test
    void made_up_keys_make_it_ask_once_a_minute_at_most() {
        for (int i = 0; i < 20; i++) assertFalse(tokens.verify(signed("key" + i, SECOND, claims())).isPresent());

        assertEquals(1, fetches.get());
    }

    @Test
    void refuses_another_issuer() {
        assertRefused(claims().put("iss", "https://elsewhere.example"));
    }

    @Test
    void refuses_a_token_for_somebody_else() {
        assertRefused(claims().put("client_id", "another"));
        assertRefused(claims().put("aud", "another"));
    }

    @Test
    void takes_an_audience_that_is_a_list() {
        ObjectNode claims = claims();
        claims.putArray("aud").add("account").add("web");
        assertTrue(tokens.verify(signed("first", FIRST, claims)).isPresent());

        claims.putArray("aud").add("account");
        assertRefused(claims);
    }

    @Test
    void refuses_an_expired_token() {
        assertRefused(claims().put("exp", now.get().getEpochSecond()));
    }

    @Test
    void refuses_a_token_that_says_who_one_is_where_one_that_lets_in_is_asked_for() {
        assertRefused(claims().put("token_use", "id"));
    }

    @Test
    void refuses_no_signature_and_that_of_another_key() {
        String unsigned = part(Json.object().put("alg", "none").put("kid", "first")) + "." + part(claims()) + ".";
        String symmetric = part(Json.object().put("alg", "HS256").put("kid", "first")) + "." + part(claims()) + ".AAAA";

        assertFalse(tokens.verify(unsigned).isPresent());
        assertFalse(tokens.verify(symmetric).isPresent());
        assertFalse(tokens.verify(signed("first", SECOND, claims())).isPresent());
    }

    @Test
    void refuses_what_was_changed_after_signing() {
        String[] parts = signed("first", FIRST, claims()).split("\\.");

        assertFalse(tokens.verify(parts[0] + "." + part(claims().put("sub", "another")) + "." + parts[2]).isPresent());
    }

    @Test
    void refuses_what_is_no_token() {
        for (String text : new String[] {"", "a", "a.b", "a.b.c", "..", "!.!.!", "e30.e30.e30"}) {
            assertFalse(tokens.verify(text).isPresent(), text);
        }
    }

    private void assertRefused(ObjectNode claims) {
        assertFalse(tokens.verify(signed("first", FIRST, claims)).isPresent());
    }

    private ObjectNode claims() {
        return Json.object().put("sub", "subject").put("iss", issuer).put("client_id", "web").put("token_use", "access")
                .put("exp", now.get().plusSeconds(900).getEpochSecond());
    }

    private static String signed(String keyId, KeyPair key, ObjectNode claims) {
        String content = part(Json.object().put("alg", "RS256").put("kid", keyId)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String jwks() {
        ObjectNode document = Json.object();
        ArrayNode keys = document.putArray("keys");
        keys.addObject().put("kty", "EC").put("kid", "of-another-kind");
        published.forEach((id, pair) -> {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            keys.addObject().put("kty", "RSA").put("alg", "RS256").put("use", "sig").put("kid", id)
                    .put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
        });
        return Json.write(document);
    }

    private static String number(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static String part(ObjectNode json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
