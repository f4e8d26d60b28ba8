package pix.journeys.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import pix.embedded.TokenIssuer;

/** Access tokens made with the issuer's own key, and tokens that are nearly such. */
final class Minted {
    private static final ECKey KEY = key();
    private static final ECKey OTHER_KEY = TokenIssuer.newKey();

    private Minted() {}

    static String person(World.Person person, String... groups) {
        return sign(KEY, claims(person, Instant.now()).claim("cognito:groups", List.of(groups)));
    }

    static String forged(World.Person person) {
        return sign(OTHER_KEY, claims(person, Instant.now()));
    }

    static String expired(World.Person person) {
        return sign(KEY, claims(person, Instant.now().minusSeconds(7200)));
    }

    static String changed(World.Person person, UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(KEY, change.apply(claims(person, Instant.now())));
    }

    /** A machine with client credentials. @param scope what it was granted, joined by blanks */
    static String system(String scope) {
        return changed(new World.Person("system-1", "system-1"), c -> c.claim("username", null).claim("scope", scope));
    }

    private static JWTClaimsSet.Builder claims(World.Person person, Instant at) {
        return new JWTClaimsSet.Builder().issuer("https://pix.localhost/identity").subject(person.id())
                .claim("client_id", "pix-local").claim("token_use", "access").claim("username", person.username())
                .issueTime(Date.from(at)).expirationTime(Date.from(at.plusSeconds(3600)));
    }

    private static String sign(ECKey key, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(), claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return ECKey.parse(Files.readString(Here.PLATFORM.data().resolve("token-key.json")));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
