package pix.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pix.http.Caller;
import pix.http.Json;
import pix.http.Tokens;

/**
 * Checks access tokens (JWS, RS256) by the keys the issuer publishes under {@code /.well-known/jwks.json}: signature,
 * issuer, audience or client id, and expiry, as the gateway's authorizer does. Keys are fetched when a token names one
 * that is not known yet, at most once a minute. Thread-safe.
 */
final class IssuerTokens implements Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

    private final String issuer;
    private final String audience;
    private final InstantSource clock;
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private volatile long fetchedAt = Long.MIN_VALUE;

    IssuerTokens(String issuer, String audience, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> verify(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            JsonNode header = Json.read(text(parts[0]));
            boolean signed = header.path("alg").asText().equals("RS256")
                    && key(header.path("kid").asText()).filter(key -> signed(parts, key)).isPresent();
            JsonNode claims = Json.read(text(parts[1]));
            return signed && current(claims) ? Optional.of(caller(claims)) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean current(JsonNode claims) {
        return ours(claims)
                && claims.path("iss").asText().equals(issuer)
                && claims.path("token_use").asText("access").equals("access")
                && claims.path("exp").asLong() > clock.instant().getEpochSecond();
    }

    /** The audience, one or several, or where there is none the client the token was given to. */
    private boolean ours(JsonNode claims) {
        JsonNode named = claims.path("aud");
        if (named.isArray()) return named.valueStream().anyMatch(one -> one.asText().equals(audience));
        return named.asText(claims.path("client_id").asText()).equals(audience);
    }

    private static Caller caller(JsonNode claims) {
        Set<String> groups = new HashSet<>();
        claims.path("cognito:groups").forEach(group -> groups.add(group.asText()));
        return new Caller(claims.path("sub").asText(), claims.path("username").asText(), Set.copyOf(groups), Set.of());
    }

    private static boolean signed(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Optional<PublicKey> key(String id) {
        if (!keys.containsKey(id) && fetchedAt < clock.millis() - BETWEEN_FETCHES.toMillis()) fetch();
        return Optional.ofNullable(keys.get(id));
    }

    private synchronized void fetch() {
        fetchedAt = clock.millis();
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/jwks.json")).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            JsonNode found = Json.read(client.send(request, BodyHandlers.ofString()).body());
            for (JsonNode key : found.path("keys")) {
                if (key.path("kty").asText().equals("RSA")) keys.put(key.path("kid").asText(), rsa(key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's keys could not be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PublicKey rsa(JsonNode key) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(
                    new RSAPublicKeySpec(number(key.path("n").asText()), number(key.path("e").asText())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the issuer publishes a key that is none", e);
        }
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
