package pix.framework;

import pix.Text;

/** One of the five areas of the framework. */
public enum Area {
    INFORMATION_AND_DATA("Information et données", "Information and data"),
    COMMUNICATION_AND_COLLABORATION("Communication et collaboration", "Communication and collaboration"),
    CONTENT_CREATION("Création de contenus", "Content creation"),
    PROTECTION_AND_SECURITY("Protection et sécurité", "Protection and security"),
    DIGITAL_ENVIRONMENT("Environnement numérique", "Digital environment");

    private final Text name;

    Area(String fr, String en) {
        this.name = new Text(fr, en);
    }

    /** {@code "1"} to {@code "5"}. */
    public String code() {
        return String.valueOf(ordinal() + 1);
    }

    public Text title() {
        return name;
    }
}
