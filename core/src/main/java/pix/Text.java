package pix;

/** A text in both languages. */
public record Text(String fr, String en) {
    public Text {
        if (fr == null || en == null) throw new IllegalArgumentException("a text has both languages");
    }

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en;
        };
    }
}
