package pix.learner;

import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: long rather than complicated (NIST SP 800-63B, CNIL 2022-100), not one of those everybody
 * tries first, not the person's own name.
 */
public final class Password {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    private Password() {}

    /** The code of the first reason to refuse it, empty where there is none. */
    public static Optional<String> fault(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of("too-short");
        if (password.length() > LONGEST) return Optional.of("too-long");
        if (CommonPasswords.contain(password)) return Optional.of("too-common");
        if (lower.contains(Username.key(username))) return Optional.of("contains-username");
        return Optional.empty();
    }
}
