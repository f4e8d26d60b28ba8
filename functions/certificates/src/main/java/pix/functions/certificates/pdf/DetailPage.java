package pix.functions.certificates.pdf;

import java.util.Arrays;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import pix.certificate.Certificate;
import pix.certificate.CertifiedLevels;
import pix.framework.Area;
import pix.framework.Competence;
import pix.functions.certificates.pdf.TaggedPage.Style;

/** The second page: the sixteen competences, as a table that is one to every reader. */
final class DetailPage {
    private static final double LEFT = 48;
    private static final double RIGHT = 794;
    private static final double BLOCKS = 470;
    private static final double BLOCKS_WIDTH = 190;
    private static final double LEVEL_END = 728;
    private static final double ROW = 18.6;
    private static final int COLUMNS = 4;

    private static final Style HEADING = new Style(Face.STRONG, 9, Ink.SOFT);
    private static final Style CELL = new Style(Face.TEXT, 10.5, Ink.TEXT);
    private static final Style NUMBER = new Style(Face.STRONG, 10.5, Ink.TEXT);

    private final Tags tags;
    private final TaggedPage page;
    private final Words words;
    private final Certificate certificate;

    DetailPage(Tags tags, TaggedPage page, Words words, Certificate certificate) {
        this.tags = tags;
        this.page = page;
        this.words = words;
        this.certificate = certificate;
    }

    void draw() {
        page.artifact(out -> Shapes.rectangle(out, Ink.DEEP, 0, 583, 842, 12.3));
        page.text(tags.element("H1"), words.detailTitle(), new Style(Face.DISPLAY, 22, Ink.TEXT), LEFT, 543);
        Style sub = new Style(Face.TEXT, 10.5, Ink.SOFT);
        String fullName = certificate.result().holder().fullName();
        String name = page.setsAny(fullName, sub)
                ? page.lines(fullName, sub, RIGHT - LEFT - 130).getFirst() + "  ·  "
                : "";
        page.text(tags.element("P"), name + certificate.code().grouped(), sub, LEFT, 524);
        table();
        Style reading = new Style(Face.TEXT, 9, Ink.SOFT);
        page.paragraph(tags.element("P"), page.lines(words.reading(), reading, RIGHT - LEFT), reading, LEFT, 49, 12);
    }

    private void table() {
        PDStructureElement table = tags.element("Table");
        double y = 500;
        PDStructureElement headings = Tags.below(table, "TR");
        page.text(heading(headings, "Column", 1), "N°", HEADING, LEFT + 8, y);
        page.text(heading(headings, "Column", 1), words.competence(), HEADING, LEFT + 44, y);
        page.textEndingAt(heading(headings, "Column", 1), words.level(), HEADING, LEVEL_END, y);
        page.textEndingAt(heading(headings, "Column", 1), "Pix", HEADING, RIGHT - 8, y);
        y -= 8;
        for (Area area : Area.values()) {
            y -= ROW + 1;
            area(table, area, y);
            for (Competence competence : Arrays.stream(Competence.values()).filter(c -> c.area() == area).toList()) {
                y -= ROW;
                competence(table, competence, y);
            }
        }
    }

    private void area(PDStructureElement table, Area area, double y) {
        page.artifact(out -> Shapes.rectangle(out, Ink.AREA_TINTS.get(area.ordinal()), LEFT, y, RIGHT - LEFT, ROW));
        page.text(heading(Tags.below(table, "TR"), "Row", COLUMNS), area.code() + "   " + words.of(area.title()),
                new Style(Face.STRONG, 10.5, Ink.AREAS.get(area.ordinal())), LEFT + 8, y + 5.4);
    }

    private void competence(PDStructureElement table, Competence competence, double y) {
        CertifiedLevels levels = certificate.result().levels();
        int level = levels.level(competence);
        page.artifact(out -> {
            Shapes.stroke(out, Ink.LINE, .5);
            Shapes.line(out, LEFT, y, RIGHT, y);
            Shapes.blocks(out, Ink.AREAS.get(competence.area().ordinal()), level, BLOCKS, y + 5.5, BLOCKS_WIDTH, 7.5);
        });
        PDStructureElement row = Tags.below(table, "TR");
        double text = y + 5.4;
        page.text(Tags.below(row, "TD"), competence.code(), CELL, LEFT + 8, text);
        page.text(Tags.below(row, "TD"), words.of(competence.title()), CELL, LEFT + 44, text);
        page.textEndingAt(Tags.below(row, "TD"), level == 0 ? words.notCertified() : String.valueOf(level),
                level == 0 ? HEADING : NUMBER, LEVEL_END, text);
        page.textEndingAt(Tags.below(row, "TD"), String.valueOf(levels.pix(competence)), CELL, RIGHT - 8, text);
    }

    private static PDStructureElement heading(PDStructureElement row, String scope, int columns) {
        PDStructureElement heading = Tags.below(row, "TH");
        PDTableAttributeObject attributes = new PDTableAttributeObject();
        attributes.setScope(scope);
        if (columns > 1) attributes.setColSpan(columns);
        heading.addAttribute(attributes);
        return heading;
    }
}
