package pix.bank;

import java.util.Arrays;
import java.util.Optional;

/** The seven ways to answer. */
public enum Kind {
    CHOICE("choice"),
    CHOICES("choices"),
    TEXT("text"),
    NUMBER("number"),
    FIELDS("fields"),
    ORDER("order"),
    MATCH("match");

    private final String tag;

    Kind(String tag) {
        this.tag = tag;
    }

    /** The name in the bank's files and in the HTTP contract. */
    public String tag() {
        return tag;
    }

    public static Optional<Kind> ofTag(String tag) {
        return Arrays.stream(values()).filter(k -> k.tag.equals(tag)).findFirst();
    }
}
