package pix;

import java.util.Arrays;
import java.util.Optional;

/** The languages everything a person reads exists in. */
public enum Language {
    FR("fr"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, which is also the {@code locale} of the HTTP contract. */
    public String tag() {
        return tag;
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
