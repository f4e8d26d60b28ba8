package pix.functions.certificates.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Simple shapes. */
final class Shapes {
    private Shapes() {}

    static void fill(PDPageContentStream out, Ink ink) throws IOException {
        out.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    }

    static void stroke(PDPageContentStream out, Ink ink, double width) throws IOException {
        out.setStrokingColor(ink.red(), ink.green(), ink.blue());
        out.setLineWidth((float) width);
    }

    static void rectangle(PDPageContentStream out, Ink ink, double x, double y, double width, double height)
            throws IOException {
        fill(out, ink);
        out.addRect((float) x, (float) y, (float) width, (float) height);
        out.fill();
    }

    static void line(PDPageContentStream out, double x1, double y1, double x2, double y2) throws IOException {
        out.moveTo((float) x1, (float) y1);
        out.lineTo((float) x2, (float) y2);
        out.stroke();
    }

    /** Levels as blocks: as many filled as were reached, of eight. */
    static void blocks(PDPageContentStream out, Ink filled, int level, double x, double y, double width, double height)
            throws IOException {
        double gap = 3;
        double block = (width - 7 * gap) / 8;
        for (int i = 0; i < 8; i++) {
            rectangle(out, i < level ? filled : Ink.LINE, x + i * (block + gap), y, block, height);
        }
    }
}
