package pix.functions.certificates.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns text into runs of glyphs, left to right as they stand on the page: right-to-left words are reordered (Unicode
 * bidirectional algorithm) and joined, each run is set in the first face that has all of it, and a character no face has
 * is replaced by its letter without marks. Three points stand for letters of a script that no face has. Whoever reads by
 * ear gets the text as it was.
 */
final class Typesetter {
    private static final String LEFT_OUT = "…";

    /** Glyphs of one face. */
    record Run(Face face, String glyphs) {}

    private final Fonts fonts;

    Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    List<Run> set(String text, Face face) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (fonts.hasAll(face, composed)) return List.of(new Run(face, composed));
        List<Run> runs = new ArrayList<>();
        for (String part : inVisualOrder(composed)) runs.addAll(inOneFace(part, face).map(List::of).orElseGet(() -> byWord(part, face)));
        return runs;
    }

    /** Whether all of a text can be set. */
    boolean setsAll(String text, Face face) {
        return set(text, face).stream().noneMatch(run -> run.glyphs().equals(LEFT_OUT)) || text.contains(LEFT_OUT);
    }

    /** Whether any letter of a text can be set. */
    boolean setsAny(String text, Face face) {
        return set(text, face).stream().anyMatch(run -> run.glyphs().codePoints().anyMatch(Character::isLetter));
    }

    double width(List<Run> runs, double size) {
        double width = 0;
        for (Run run : runs) {
            try {
                width += fonts.font(run.face()).getStringWidth(run.glyphs());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return width * size / 1000;
    }

    private static List<String> inVisualOrder(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) return List.of(text);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Object[] parts = new Object[count];
        for (int i = 0; i < count; i++) {
            String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = levels[i] % 2 == 0 ? part : reversed(ArabicForms.join(part));
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        List<String> ordered = new ArrayList<>();
        for (Object part : parts) ordered.add((String) part);
        return ordered;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private Optional<Run> inOneFace(String part, Face face) {
        return face.withFallbacks().stream()
                .filter(f -> fonts.hasAll(f, part))
                .findFirst()
                .map(f -> new Run(f, part));
    }

    private List<Run> byWord(String part, Face face) {
        List<Run> runs = new ArrayList<>();
        for (String word : part.split("(?<= )")) {
            inOneFace(word, face).ifPresentOrElse(runs::add, () -> word.codePoints()
                    .mapToObj(Character::toString)
                    .map(c -> character(c, face))
                    .filter(run -> !run.glyphs().equals(LEFT_OUT) || runs.isEmpty() || !runs.getLast().equals(run))
                    .forEachOrdered(runs::add));
        }
        return runs;
    }

    private Run character(String character, Face face) {
        String letter = Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return inOneFace(character, face)
                .or(() -> inOneFace(letter, face))
                .orElse(new Run(face, LEFT_OUT));
    }
}
