package pix.functions.certificates.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import pix.ability.Levels;
import pix.certificate.CertifiedLevels;
import pix.framework.Competence;
import pix.functions.certificates.pdf.TaggedPage.Style;

/** The levels of the sixteen competences around a circle, on the dark panel; the areas are arcs of their colours. */
record Radar(CertifiedLevels levels, Fonts fonts, double x, double y, double radius) implements TaggedPage.Drawing {
    private static final int RINGS = 4;
    private static final int STEPS_A_COMPETENCE = 6;
    private static final Style LABEL = new Style(Face.STRONG, 7.5, Ink.ON_DEEP);

    @Override
    public void on(PDPageContentStream out) throws IOException {
        Competence[] competences = Competence.values();
        Shapes.stroke(out, Ink.DEEP_LINE, .7);
        for (int ring = 1; ring <= RINGS; ring++) polygon(out, radius * ring / RINGS);
        for (Competence c : competences) Shapes.line(out, x, y, atX(angle(c), radius), atY(angle(c), radius));
        reached(out);
        for (Competence c : competences) {
            arc(out, c);
            double width = new Typesetter(fonts).width(List.of(new Typesetter.Run(Face.STRONG, c.code())), 7.5);
            TaggedPage.show(out, fonts, c.code(), LABEL,
                    atX(angle(c), radius + 17) - width / 2, atY(angle(c), radius + 17) - 2.6);
        }
    }

    private void reached(PDPageContentStream out) throws IOException {
        Shapes.fill(out, Ink.SUN);
        Shapes.stroke(out, Ink.SUN, 1.5);
        // A faint surface would need transparency, which long-lived documents do without: an outline and dots instead.
        for (Competence c : Competence.values()) {
            double far = reach(c);
            if (c.ordinal() == 0) out.moveTo((float) atX(angle(c), far), (float) atY(angle(c), far));
            else out.lineTo((float) atX(angle(c), far), (float) atY(angle(c), far));
        }
        out.closeAndStroke();
        for (Competence c : Competence.values()) {
            out.addRect((float) atX(angle(c), reach(c)) - 2, (float) atY(angle(c), reach(c)) - 2, 4, 4);
            out.fill();
        }
    }

    private double reach(Competence c) {
        return radius * Math.max(.02, levels.pix(c) / (double) (Levels.HIGHEST * Levels.PIX_PER_LEVEL));
    }

    private void polygon(PDPageContentStream out, double far) throws IOException {
        for (Competence c : Competence.values()) {
            if (c.ordinal() == 0) out.moveTo((float) atX(angle(c), far), (float) atY(angle(c), far));
            else out.lineTo((float) atX(angle(c), far), (float) atY(angle(c), far));
        }
        out.closeAndStroke();
    }

    private void arc(PDPageContentStream out, Competence c) throws IOException {
        Shapes.stroke(out, Ink.AREAS_ON_DEEP.get(c.area().ordinal()), 3);
        double half = Math.PI / Competence.values().length * .93;
        for (int i = 0; i <= STEPS_A_COMPETENCE; i++) {
            double at = angle(c) - half + 2 * half * i / STEPS_A_COMPETENCE;
            if (i == 0) out.moveTo((float) atX(at, radius + 6), (float) atY(at, radius + 6));
            else out.lineTo((float) atX(at, radius + 6), (float) atY(at, radius + 6));
        }
        out.stroke();
    }

    /** Clockwise from the top. */
    private static double angle(Competence c) {
        return Math.PI / 2 - 2 * Math.PI * c.ordinal() / Competence.values().length;
    }

    private double atX(double angle, double far) {
        return x + far * Math.cos(angle);
    }

    private double atY(double angle, double far) {
        return y + far * Math.sin(angle);
    }
}
