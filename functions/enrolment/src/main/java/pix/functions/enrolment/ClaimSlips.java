package pix.functions.enrolment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import pix.Language;
import pix.Text;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;

/** Slips of paper with claim codes, to be cut out along the lines: two columns of seven a page, each class on its own pages. */
final class ClaimSlips {
    private static final int COLUMNS = 2;
    private static final int ROWS = 7;

    /** Points. */
    private static final float MARGIN = 34;
    private static final float PADDING = 12;
    private static final float SMALLEST = 5;

    private static final Text TITLE = new Text("Codes de rattachement", "Claim codes");
    private static final Text HOW = new Text("Créez votre compte avec ce code :", "Create your account with this code:");
    private static final Text KEEP = new Text("Il est à vous seul et ne sert qu'une fois.", "It is yours alone and works once.");
    private static final Text NOBODY = new Text("Tous les élèves ont déjà un compte.", "Every student has an account already.");

    private final String school;
    private final List<Student> students;
    private final RosterKeys keys;
    private final String address;
    private final Language language;

    ClaimSlips(String school, List<Student> students, RosterKeys keys, String address, Language language) {
        this.school = school;
        this.students = students;
        this.keys = keys;
        this.address = address;
        this.language = language;
    }

    byte[] pdf() {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFont regular = font(document, "world-regular");
            PDFont bold = font(document, "world-bold");
            document.getDocumentInformation().setTitle(TITLE.in(language));
            document.getDocumentCatalog().setLanguage(language.tag());
            for (List<Student> some : pages()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                    Pen pen = new Pen(ink, regular, bold);
                    if (some.isEmpty()) pen.write(NOBODY.in(language), regular, 12, MARGIN, PDRectangle.A4.getHeight() - 60, 500);
                    for (int i = 0; i < some.size(); i++) slip(pen, i, some.get(i));
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At least one, since a document without pages is none. */
    private List<List<Student>> pages() {
        Map<String, List<Student>> classes = new LinkedHashMap<>();
        students.forEach(s -> classes.computeIfAbsent(s.className().orElse(""), c -> new ArrayList<>()).add(s));
        List<List<Student>> pages = new ArrayList<>();
        for (List<Student> members : classes.values()) {
            for (int from = 0; from < members.size(); from += COLUMNS * ROWS) {
                pages.add(members.subList(from, Math.min(members.size(), from + COLUMNS * ROWS)));
            }
        }
        return pages.isEmpty() ? List.of(List.of()) : pages;
    }

    private void slip(Pen pen, int place, Student s) throws IOException {
        float width = (PDRectangle.A4.getWidth() - 2 * MARGIN) / COLUMNS;
        float height = (PDRectangle.A4.getHeight() - 2 * MARGIN) / ROWS;
        float left = MARGIN + place % COLUMNS * width;
        float top = PDRectangle.A4.getHeight() - MARGIN - place / COLUMNS * height;
        pen.ink.setLineDashPattern(new float[] {3, 3}, 0);
        pen.ink.setLineWidth(.5f);
        pen.ink.addRect(left, top - height, width, height);
        pen.ink.stroke();
        float x = left + PADDING;
        float room = width - 2 * PADDING;
        pen.write(school + s.className().map(c -> " · " + c).orElse(""), pen.regular, 8, x, top - 18, room);
        pen.write(s.familyName() + " " + s.givenNames(), pen.bold, 12, x, top - 36, room);
        pen.write(HOW.in(language), pen.regular, 8, x, top - 54, room);
        pen.write(s.claimCode(keys).grouped(), pen.bold, 19, x, top - 76, room);
        pen.write(address + " — " + KEEP.in(language), pen.regular, 8, x, top - 94, room);
    }

    private static PDFont font(PDDocument document, String file) throws IOException {
        try (InputStream in = ClaimSlips.class.getResourceAsStream("/pix/enrolment/fonts/" + file + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }

    private record Pen(PDPageContentStream ink, PDFont regular, PDFont bold) {

        /** On one line: what is too long is written smaller, and cut where it would be too small to read. */
        void write(String text, PDFont font, float size, float x, float y, float width) throws IOException {
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
}
