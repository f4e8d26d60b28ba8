package pix.learner;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How user names are written and compared. */
public final class Username {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,64}");

    private Username() {}

    public static boolean isAllowed(String username) {
        return ALLOWED.matcher(username).matches();
    }

    /** The form under which a name is unique: {@code Léa.Martin} and {@code léa.martin} are the same person. */
    public static String key(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
