package pix.http;

import java.util.Optional;

/** Who calls an open route, where the caller may show a token and the gateway does not look at it. */
public interface Tokens {
    String SCHEME = "Bearer ";

    /** The person an access token was given to; empty where it is not valid now. */
    Optional<Caller> verify(String accessToken);

    /** The person whose token the request carries, empty where it carries none that is valid. */
    default Optional<Caller> caller(Request request) {
        return request.header("authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> verify(header.substring(SCHEME.length()).strip()));
    }
}
