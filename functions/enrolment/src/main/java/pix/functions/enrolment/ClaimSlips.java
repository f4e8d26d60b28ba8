package pix.functions.enrolment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pix.Language;
import pix.Text;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.print.Paper;
import pix.print.Pen;

/** Slips of paper with claim codes, to be cut out along the lines: two columns of seven a page, each class on its own pages. */
final class ClaimSlips {
    private static final int COLUMNS = 2;
    private static final int ROWS = 7;

    /** Points. */
    private static final float MARGIN = 34;
    private static final float PADDING = 12;

    private static final Text TITLE = new Text("Codes de rattachement", "Claim codes");
    private static final Text HOW = new Text("Créez votre compte avec ce code :", "Create your account with this code:");
    private static final Text KEEP = new Text("Il est à vous seul et ne sert qu'une fois.", "It is yours alone and works once.");
    private static final Text NOBODY = new Text("Tous les élèves ont déjà un compte.", "Every student has an account already.");

    private final String school;
    private final List<Student> students;
    private final RosterKeys keys;
    private final String address;
    private final Language language;
    private final Namesakes namesakes;

    ClaimSlips(String school, List<Student> students, RosterKeys keys, String address, Language language) {
        this.school = school;
        this.students = students;
        this.keys = keys;
        this.address = address;
        this.language = language;
        this.namesakes = new Namesakes(students, language);
    }

    byte[] pdf() {
        return Paper.print(TITLE, language, pages().stream().<Paper.Page>map(some -> pen -> draw(pen, some)).toList());
    }

    private void draw(Pen pen, List<Student> some) throws IOException {
        if (some.isEmpty()) pen.write(NOBODY.in(language), Pen.Weight.REGULAR, 12, MARGIN, Paper.HEIGHT - 60, 500);
        for (int i = 0; i < some.size(); i++) slip(pen, i, some.get(i));
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
        float width = (Paper.WIDTH - 2 * MARGIN) / COLUMNS;
        float height = (Paper.HEIGHT - 2 * MARGIN) / ROWS;
        float left = MARGIN + place % COLUMNS * width;
        float top = Paper.HEIGHT - MARGIN - place / COLUMNS * height;
        pen.dashedBox(left, top, width, height);
        float x = left + PADDING;
        float room = width - 2 * PADDING;
        pen.write(school + s.className().map(c -> " · " + c).orElse(""), Pen.Weight.REGULAR, 8, x, top - 18, room);
        String name = s.familyName() + " " + s.givenNames() + namesakes.mark(s).map(mark -> " · " + mark).orElse("");
        pen.write(name, Pen.Weight.BOLD, 12, x, top - 36, room);
        pen.write(HOW.in(language), Pen.Weight.REGULAR, 8, x, top - 54, room);
        pen.write(s.claimCode(keys).grouped(), Pen.Weight.BOLD, 19, x, top - 76, room);
        pen.write(address + " — " + KEEP.in(language), Pen.Weight.REGULAR, 8, x, top - 94, room);
    }
}
