package pix.functions.certificates.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import pix.functions.certificates.pdf.Typesetter.Run;

/**
 * One page on which every mark is either content of the document's structure or an artifact. Lengths in points, from
 * the lower left corner.
 */
final class TaggedPage {

    /** Marks on the page. */
    interface Drawing {
        void on(PDPageContentStream out) throws IOException;
    }

    /** How text looks. */
    record Style(Face face, double size, Ink ink, double tracking) {
        Style(Face face, double size, Ink ink) {
            this(face, size, ink, 0);
        }

        Style sized(double other) {
            return new Style(face, other, ink, tracking);
        }
    }

    private final PDPage page;
    private final PDPageContentStream out;
    private final Fonts fonts;
    private final Typesetter typesetter;
    private final COSArray owners = new COSArray();

    TaggedPage(PDDocument document, int number, Fonts fonts) {
        this.page = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        this.page.setStructParents(number);
        this.page.getCOSObject().setName("Tabs", "S");
        document.addPage(page);
        this.fonts = fonts;
        this.typesetter = new Typesetter(fonts);
        try {
            this.out = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDPage page() {
        return page;
    }

    /** The elements that own the page's pieces of content, in the order of their numbers. */
    COSArray owners() {
        return owners;
    }

    void artifact(Drawing drawing) {
        draw(() -> {
            out.beginMarkedContent(COSName.ARTIFACT);
            drawing.on(out);
            out.endMarkedContent();
        });
    }

    void content(PDStructureElement element, Drawing drawing) {
        int number = owners.size();
        owners.add(element);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(number);
        reference.setPage(page);
        element.setPage(page);
        element.appendKid(reference);
        draw(() -> {
            out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), number);
            drawing.on(out);
            out.endMarkedContent();
        });
    }

    /** A drawing that stands for what {@code alternative} says. */
    void figure(PDStructureElement element, String alternative, PDRectangle box, Drawing drawing) {
        element.setAlternateDescription(alternative);
        PDLayoutAttributeObject layout = new PDLayoutAttributeObject();
        layout.setBBox(box);
        element.addAttribute(layout);
        content(element, drawing);
    }

    /** One line of text. */
    void text(PDStructureElement element, String text, Style style, double x, double y) {
        List<Run> runs = typesetter.set(text, style.face());
        boolean asWritten = runs.size() == 1 && runs.getFirst().glyphs().equals(text);
        if (!asWritten) {
            String before = element.getActualText();
            element.setActualText(before == null ? text : before + " " + text);
        }
        content(element, content -> show(content, runs, style, x, y));
    }

    /** Text that ends at {@code right}. */
    void textEndingAt(PDStructureElement element, String text, Style style, double right, double y) {
        text(element, text, style, right - width(text, style), y);
    }

    /** Text that is no content, such as the marks of a drawing. */
    static void show(PDPageContentStream out, Fonts fonts, String text, Style style, double x, double y) throws IOException {
        new Shown(out, fonts).show(List.of(new Run(style.face(), text)), style, x, y);
    }

    private void show(PDPageContentStream content, List<Run> runs, Style style, double x, double y) throws IOException {
        new Shown(content, fonts).show(runs, style, x, y);
    }

    private record Shown(PDPageContentStream out, Fonts fonts) {
        void show(List<Run> runs, Style style, double x, double y) throws IOException {
            out.setNonStrokingColor(style.ink().red(), style.ink().green(), style.ink().blue());
            out.beginText();
            out.setCharacterSpacing((float) style.tracking());
            out.newLineAtOffset((float) x, (float) y);
            for (Run run : runs) {
                out.setFont(fonts.font(run.face()), (float) style.size());
                out.showText(run.glyphs());
            }
            out.endText();
        }
    }

    /** Whether all of a text can stand on the page. */
    boolean setsAll(String text, Style style) {
        return typesetter.setsAll(text, style.face());
    }

    /** Whether any letter of it can. */
    boolean setsAny(String text, Style style) {
        return typesetter.setsAny(text, style.face());
    }

    double width(String text, Style style) {
        return typesetter.width(typesetter.set(text, style.face()), style.size())
                + style.tracking() * text.codePointCount(0, text.length());
    }

    /** Breaks a text into lines of at most {@code width}; a word that is longer is cut. */
    List<String> lines(String text, Style style, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, style) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) lines.add(line);
            line = word;
            while (width(line, style) > width && line.length() > 1) {
                int cut = line.length() - 1;
                while (cut > 1 && width(line.substring(0, cut), style) > width) cut--;
                if (Character.isLowSurrogate(line.charAt(cut))) cut--;
                lines.add(line.substring(0, Math.max(1, cut)));
                line = line.substring(Math.max(1, cut));
            }
        }
        if (!line.isEmpty()) lines.add(line);
        return lines;
    }

    /** Lines of one paragraph; returns where the next line would stand. */
    double paragraph(PDStructureElement element, List<String> lines, Style style, double x, double y, double leading) {
        double at = y;
        for (String line : lines) {
            text(element, line, style, x, at);
            at -= leading;
        }
        return at;
    }

    void close() {
        draw(out::close);
    }

    /** Text in capitals, as the language of the document makes them. */
    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private interface Marks {
        void make() throws IOException;
    }

    private static void draw(Marks marks) {
        try {
            marks.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
