package pix.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues and checks access tokens: ES256, one hour, with the claims a Cognito access token has ({@code token_use},
 * {@code client_id}, {@code cognito:groups}, {@code username}). Thread-safe.
 */
public final class TokenIssuer {
    static final Duration LIFE = Duration.ofHours(1);

    private static final String ISSUER = "https://pix.localhost/identity";
    private static final String CLIENT = "pix-local";

    private static final String KEY_FILE = "token-key.json";

    private final ECKey key;
    private final Map<String, ECKey> trusted = new HashMap<>();
    private final Map<String, JWTClaimsSet> checked = Collections.synchronizedMap(new Checked());
    private final InstantSource clock;

    /** @param retired keys that signed before: what they signed stays good until it expires */
    public TokenIssuer(ECKey key, List<ECKey> retired, InstantSource clock) {
        this.key = key;
        this.clock = clock;
        retired.forEach(k -> trusted.put(k.getKeyID(), k));
        trusted.put(key.getKeyID(), key);
    }

    public TokenIssuer(ECKey key, InstantSource clock) {
        this(key, List.of(), clock);
    }

    /**
     * An issuer whose key lives in {@code folder} as {@code token-key.json}, made there the first time, readable by its
     * owner alone. To change it without signing anybody out, rename it to {@code token-key-1.json} or the like and start
     * again; an hour later the old file may go.
     */
    public static TokenIssuer withKeyIn(Path folder, InstantSource clock) {
        return new TokenIssuer(KeyFile.in(folder.resolve(KEY_FILE)), KeyFile.all(folder, "token-key-*.json"), clock);
    }

    public static ECKey newKey() {
        return KeyFile.fresh();
    }

    public String issue(String subject, String username, List<String> groups) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .claim("client_id", CLIENT)
                .claim("token_use", "access")
                .claim("username", username)
                .claim("cognito:groups", groups)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Tokens whose signature was found good: a person's next hundred requests bring the same one. */
    private static final class Checked extends LinkedHashMap<String, JWTClaimsSet> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JWTClaimsSet> eldest) {
            return size() > MOST;
        }
    }

    /** The claims of a token this issuer gave and that has not expired; empty for anything else. */
    Optional<JWTClaimsSet> verify(String token) {
        Optional<JWTClaimsSet> known = Optional.ofNullable(checked.get(token)).or(() -> check(token));
        return known.filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()));
    }

    private Optional<JWTClaimsSet> check(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())) return Optional.empty();
            ECKey signer = trusted.get(String.valueOf(jwt.getHeader().getKeyID()));
            if (signer == null || !jwt.verify(new ECDSAVerifier(signer.toECPublicKey()))) return Optional.empty();
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean ours = ISSUER.equals(claims.getIssuer())
                    && CLIENT.equals(claims.getStringClaim("client_id"))
                    && "access".equals(claims.getStringClaim("token_use"))
                    && claims.getExpirationTime() != null;
            if (!ours) return Optional.empty();
            checked.put(token, claims);
            return Optional.of(claims);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
