package pix.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws on one page. Lengths are points, from the lower left corner. */
public final class Pen {
    private static final float SMALLEST = 5;
    private static final float LINE = .5f;
    private static final float DASH = 3;

    public enum Weight {
        REGULAR,
        BOLD
    }

    private final PDPageContentStream ink;
    private final PDFont regular;
    private final PDFont bold;

    Pen(PDPageContentStream ink, PDFont regular, PDFont bold) {
        this.ink = ink;
        this.regular = regular;
        this.bold = bold;
    }

    public void box(float left, float top, float width, float height) throws IOException {
        box(left, top, width, height, new float[0]);
    }

    /** A box to be cut out. */
    public void dashedBox(float left, float top, float width, float height) throws IOException {
        box(left, top, width, height, new float[] {DASH, DASH});
    }

    private void box(float left, float top, float width, float height, float[] dashes) throws IOException {
        ink.setLineDashPattern(dashes, 0);
        ink.setLineWidth(LINE);
        ink.addRect(left, top - height, width, height);
        ink.stroke();
    }

    /** On one line: what is too long is written smaller, and cut where it would be too small to read. */
    public void write(String text, Weight weight, float size, float x, float y, float width) throws IOException {
        PDFont font = weight == Weight.BOLD ? bold : regular;
        String known = known(text, font);
        float smaller = size;
        while (smaller > SMALLEST && width(known, font, smaller) > width) smaller -= .5f;
        while (width(known, font, smaller) > width) known = known.substring(0, known.length() - 2) + "…";
        ink.beginText();
        ink.setFont(font, smaller);
        ink.newLineAtOffset(x, y);
        ink.showText(known);
        ink.endText();
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** With a question mark for every character the typeface has not. */
    private static String known(String text, PDFont font) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(c -> known.append(has(font, c) ? Character.toString(c) : "?"));
        return known.toString();
    }

    private static boolean has(PDFont font, int character) {
        try {
            font.encode(Character.toString(character));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
