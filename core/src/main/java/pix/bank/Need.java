package pix.bank;

import java.util.Arrays;
import java.util.Optional;

/** What a person may have declared not to be able to rely on; some items cannot be asked fairly then. */
public enum Need {
    SIGHT("sight"),
    COLOUR("colour"),
    HEARING("hearing"),
    MOTOR("motor");

    private final String tag;

    Need(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public static Optional<Need> ofTag(String tag) {
        return Arrays.stream(values()).filter(n -> n.tag.equals(tag)).findFirst();
    }
}
