package pix.learner;

import java.util.Optional;

/**
 * The identity provider: keeps credentials, checks them, gives tokens. It knows user names and subjects, nothing else
 * about a person.
 */
public interface Accounts {

    sealed interface SignUp {
        /** A new account, or the one this very user name and password already opened (a repeated request). */
        record Open(String subject, boolean repeated) implements SignUp {}

        record UsernameTaken() implements SignUp {}
    }

    sealed interface SignIn {
        record Granted(Tokens tokens) implements SignIn {}

        /** Wrong password or unknown name: the caller cannot tell which. */
        record BadCredentials() implements SignIn {}

        /** The password is right; the account has a second factor, and its code is still missing. */
        record CodeRequired() implements SignIn {}

        record TooManyAttempts(int retryAfterSeconds) implements SignIn {}
    }

    /** @param expiresIn seconds the access token lives */
    record Tokens(String accessToken, String refreshToken, int expiresIn) {}

    SignUp signUp(String username, String password);

    /**
     * Password and code are checked together: a wrong code is {@link SignIn.BadCredentials}. A provider without second factors
     * never asks for a code, and takes no notice of one.
     *
     * @param code of the second factor, empty where none was typed
     */
    SignIn signIn(String username, String password, Optional<String> code);

    default SignIn signIn(String username, String password) {
        return signIn(username, password, Optional.empty());
    }

    /** New tokens for a refresh token, which is spent by this. {@link SignIn.BadCredentials} where it is not valid. */
    SignIn refresh(String refreshToken);

    /** Removes the account and every token it gave. Nothing happens where there is none. */
    void delete(String username);
}
