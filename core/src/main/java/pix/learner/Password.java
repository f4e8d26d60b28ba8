package pix.learner;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long rather than complicated (NIST SP 800-63B, CNIL 2022-100), not one of those everybody
 * tries first, not the person's own name.
 */
public final class Password {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    /** Passwords of ten characters and more that head published lists of leaked ones, in lower case. */
    private static final Set<String> COMMON = Set.of(
            "1234567890", "12345678910", "123456789a", "0123456789", "0987654321", "9876543210", "1111111111",
            "0000000000", "1q2w3e4r5t", "1qaz2wsx3edc", "qwertyuiop", "azertyuiop", "qwerty12345", "azerty12345",
            "qwerty123456", "azerty123456", "password123", "password1234", "motdepasse", "motdepasse1",
            "motdepasse123", "passw0rd123", "iloveyou123", "jetaime123", "bonjour123", "soleil1234", "marseille13",
            "football123", "administrator", "administrateur", "letmein123", "welcome123", "bienvenue1", "changeme123",
            "abcdefghij", "abcdefghijkl", "abcd123456", "abc1234567", "a123456789", "princess123", "princesse1",
            "superman123", "pokemon123", "minecraft1", "minecraft123", "123456789abc", "qwertzuiop", "1234512345",
            "1122334455", "9999999999", "7777777777", "5555555555", "1234554321", "q1w2e3r4t5", "zaq12wsxcde");

    private Password() {}

    /** The code of the first reason to refuse it, empty where there is none. */
    public static Optional<String> fault(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of("too-short");
        if (password.length() > LONGEST) return Optional.of("too-long");
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) return Optional.of("too-common");
        if (lower.contains(Username.key(username))) return Optional.of("contains-username");
        return Optional.empty();
    }
}
