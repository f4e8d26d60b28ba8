package pix.functions.certificates.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The typefaces that ship with the service, in {@code fonts/}, under the SIL Open Font License. */
enum Face {
    TEXT("text"),
    STRONG("strong"),
    DISPLAY("display"),
    /** Latin beyond Western Europe, Greek, Cyrillic. */
    WORLD("world-regular"),
    WORLD_STRONG("world-bold"),
    /** Hebrew, Georgian, Armenian. */
    NEAR("near-regular"),
    NEAR_STRONG("near-bold"),
    ARABIC("arabic");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** Faces to try in turn for text meant to be set in this one. */
    List<Face> withFallbacks() {
        return switch (this) {
            case TEXT -> List.of(TEXT, WORLD, ARABIC, NEAR);
            case STRONG -> List.of(STRONG, WORLD_STRONG, ARABIC, NEAR_STRONG);
            case DISPLAY -> List.of(DISPLAY, WORLD_STRONG, ARABIC, NEAR_STRONG);
            case WORLD, WORLD_STRONG, NEAR, NEAR_STRONG, ARABIC -> List.of(this);
        };
    }

    byte[] load() {
        try (InputStream in = Face.class.getResourceAsStream("/pix/certificates/fonts/" + file + ".ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
