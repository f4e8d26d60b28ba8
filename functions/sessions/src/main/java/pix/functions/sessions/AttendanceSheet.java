package pix.functions.sessions;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pix.Language;
import pix.Text;
import pix.learner.Learner;
import pix.print.Paper;
import pix.print.Pen;
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
        int pages = Math.max(1, (candidates.size() + A_PAGE - 1) / A_PAGE);
        return Paper.print(HEADING, language,
                IntStream.range(0, pages).<Paper.Page>mapToObj(page -> pen -> draw(pen, page, pages)).toList());
    }

    private void draw(Pen pen, int page, int pages) throws IOException {
        float top = Paper.HEIGHT - MARGIN;
        float width = Paper.WIDTH - 2 * MARGIN;
        pen.write(HEADING.in(language) + " · Pix", Pen.Weight.BOLD, TITLE, MARGIN, top - TITLE, width);
        pen.write(session.centre() + " · " + session.plan().room() + " · " + session.plan().address(), Pen.Weight.REGULAR, SIZE + 1,
                MARGIN, top - 34, width);
        pen.write(when(session.plan().startsAt()) + " · " + PAGE.in(language).formatted(page + 1, pages), Pen.Weight.REGULAR, SIZE + 1,
                MARGIN, top - 49, width);
        float y = top - 64;
        row(pen, y, Pen.Weight.BOLD, COLUMNS.stream().map(c -> c.in(language)).toList());
        int last = Math.min(candidates.size(), (page + 1) * A_PAGE);
        for (int i = page * A_PAGE; i < last; i++) {
            y -= ROW;
            row(pen, y, Pen.Weight.REGULAR, cells(i));
        }
    }

    private List<String> cells(int i) {
        Learner person = people.get(candidates.get(i).learnerId());
        String number = String.valueOf(i + 1);
        if (person == null) return List.of(number, ERASED.in(language), "", "", "", "");
        String born = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(person.birthDate());
        return List.of(number, person.familyName(), person.givenName(), born, "", "");
    }

    private static void row(Pen pen, float top, Pen.Weight weight, List<String> cells) throws IOException {
        float x = MARGIN;
        for (int c = 0; c < WIDTHS.length; c++) {
            pen.box(x, top, WIDTHS[c], ROW);
            pen.write(cells.get(c), weight, SIZE, x + PADDING, top - ROW / 2 - SIZE / 3, WIDTHS[c] - 2 * PADDING);
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
}
