package pix.functions.sessions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import pix.Language;
import pix.Text;
import pix.learner.Learner;
import pix.session.Candidate;
import pix.session.Session;

/** The sheet candidates sign when they come and when they go: twenty a page, in the order of names. */
final class AttendanceSheet {
    private static final int A_PAGE = 20;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Points. */
    private static final float MARGIN = 40;
    private static final float TITLE = 15;
    private static final float SIZE = 9;
    private static final float SMALLEST = 5;
    private static final float ROW = 29;
    private static final float PADDING = 4;
    private static final float[] WIDTHS = {24, 136, 106, 62, 93, 94};

    private static final List<Text> COLUMNS = List.of(
            new Text("N°", "No."), new Text("Nom", "Family name"), new Text("Prénom", "Given name"),
            new Text("Né(e) le", "Born on"), new Text("Signature à l'entrée", "Signature on entry"),
            new Text("Signature à la sortie", "Signature on leaving"));
    private static final Text HEADING = new Text("Feuille d'émargement", "Attendance sheet");
    private static final Text PAGE = new Text("page %d sur %d", "page %d of %d");
    private static final Text ERASED = new Text("(compte supprimé)", "(account erased)");

    private final Session session;
    private final List<Candidate> candidates;
    private final Map<String, Learner> people;
    private final Language language;

    AttendanceSheet(Session session, List<Candidate> candidates, Map<String, Learner> people, Language language) {
        this.session = session;
        this.candidates = candidates;
        this.people = people;
        this.language = language;
    }

    byte[] pdf() {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFont regular = font(document, "world-regular");
            PDFont bold = font(document, "world-bold");
            document.getDocumentInformation().setTitle(HEADING.in(language));
            document.getDocumentCatalog().setLanguage(language.tag());
            int pages = Math.max(1, (candidates.size() + A_PAGE - 1) / A_PAGE);
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream ink = new PDPageContentStream(document, sheet)) {
                    page(new Pen(ink, regular, bold), page, pages);
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDFont font(PDDocument document, String file) throws IOException {
        try (InputStream in = AttendanceSheet.class.getResourceAsStream("/pix/sessions/fonts/" + file + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }

    private void page(Pen pen, int page, int pages) throws IOException {
        float top = PDRectangle.A4.getHeight() - MARGIN;
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        pen.write(HEADING.in(language) + " · Pix", pen.bold, TITLE, MARGIN, top - TITLE, width);
        pen.write(session.centre() + " · " + session.plan().room() + " · " + session.plan().address(), pen.regular, SIZE + 1,
                MARGIN, top - 34, width);
        pen.write(when(session.plan().startsAt()) + " · " + PAGE.in(language).formatted(page + 1, pages), pen.regular, SIZE + 1,
                MARGIN, top - 49, width);
        float y = top - 64;
        row(pen, y, pen.bold, COLUMNS.stream().map(c -> c.in(language)).toList());
        int last = Math.min(candidates.size(), (page + 1) * A_PAGE);
        for (int i = page * A_PAGE; i < last; i++) {
            y -= ROW;
            row(pen, y, pen.regular, cells(i));
        }
    }

    private List<String> cells(int i) {
        Learner person = people.get(candidates.get(i).learnerId());
        String number = String.valueOf(i + 1);
        if (person == null) return List.of(number, ERASED.in(language), "", "", "", "");
        String born = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(person.birthDate());
        return List.of(number, person.familyName(), person.givenName(), born, "", "");
    }

    private static void row(Pen pen, float top, PDFont font, List<String> cells) throws IOException {
        float x = MARGIN;
        for (int c = 0; c < WIDTHS.length; c++) {
            pen.ink.addRect(x, top - ROW, WIDTHS[c], ROW);
            pen.ink.setLineWidth(.5f);
            pen.ink.stroke();
            pen.write(cells.get(c), font, SIZE, x + PADDING, top - ROW / 2 - SIZE / 3, WIDTHS[c] - 2 * PADDING);
            x += WIDTHS[c];
        }
    }

    private String when(Instant at) {
        Locale locale = Locale.forLanguageTag(language.tag());
        String pattern = switch (language) {
            case FR -> "EEEE d MMMM yyyy 'à' HH:mm";
            case EN -> "EEEE d MMMM yyyy 'at' HH:mm";
        };
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(PARIS).format(at);
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
