package pix.learner;

/**
 * Authenticator apps (TOTP, RFC 6238) as a second factor, kept and checked by the identity provider. Whoever has one is asked for
 * its code at sign-in ({@link Accounts#signIn}). Everything but the question asks for an access token that was given just now: see
 * {@link ChangeSecondFactor}.
 */
public interface SecondFactors {

    boolean active(String username);

    /**
     * Gives an account without second factor a secret, which counts for nothing until it is confirmed. Asked again, it is another.
     *
     * @return the secret for the app, in base 32
     */
    String begin(String accessToken);

    /** Makes the secret that was given last the second factor. False, and nothing changed, where the app does not show this code. */
    boolean confirm(String accessToken, String code);

    /** Nothing happens where there is none. */
    void remove(String accessToken);
}
