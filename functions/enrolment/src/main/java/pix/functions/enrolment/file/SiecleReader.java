package pix.functions.enrolment.file;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.FileFormat;
import pix.enrolment.StudentFiles.Reading.Complete;
import pix.enrolment.StudentFiles.Rows;
import pix.organisation.Uai;

/**
 * Reads the students of a secondary school as SIECLE exports them. Classes come after the students in the file, so it is
 * read twice: once for the school and the classes (and to see that it is whole), once for the students.
 */
final class SiecleReader {
    private SiecleReader() {}

    static Complete read(Source source, Optional<Uai> school, LocalDate today, Rows rows) throws IOException {
        Survey survey = new Survey();
        String encoding;
        try (Xml xml = new Xml(source)) {
            encoding = xml.encoding();
            xml.read("ELEVE_ID", survey);
        }
        if (school.isPresent() && survey.uai.isEmpty()) throw new RefusedFile(Problem.SCHOOL_NOT_NAMED);
        if (school.isPresent() && !school.get().code().equals(survey.uai)) throw new RefusedFile(Problem.OTHER_SCHOOL, shown(survey.uai));
        Warnings warnings = new Warnings();
        Judge judge = new Judge(Layout.SIECLE, today, Layout.SIECLE::usual, warnings, rows);
        try (Xml xml = new Xml(source)) {
            xml.read("ELEVE_ID", new Students(survey.classes, judge));
        }
        if (judge.count() == 0) throw new RefusedFile(Problem.NO_ROWS);
        return new Complete(FileFormat.SIECLE, encoding, judge.count(), warnings.list());
    }

    private static String shown(String uai) {
        return uai.substring(0, Math.min(uai.length(), 20));
    }

    /** The school, and the class of each student by the fingerprint of its id. */
    private static final class Survey implements Xml.Elements {
        private final Map<Long, String> classes = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private String uai = "";
        private String student;
        private String code = "";
        private String type = "";

        @Override
        public void start(String name, String id, int depth, long line) {
            if (depth == 1 && !name.equals("BEE_ELEVES")) throw new RefusedFile(Problem.UNKNOWN_FORMAT);
            if (name.equals("STRUCTURES_ELEVE")) student = id;
            if (name.equals("STRUCTURE")) code = type = "";
        }

        @Override
        public void end(String name, String text, int depth) {
            switch (name) {
                case "UAJ" -> uai = uai.isEmpty() ? text.strip() : uai;
                case "CODE_STRUCTURE" -> code = text.strip();
                case "TYPE_STRUCTURE" -> type = text.strip();
                case "STRUCTURE" -> {
                    if (student != null && type.equals("D") && !code.isEmpty() && !code.equalsIgnoreCase("Inactifs")) {
                        classes.putIfAbsent(Seen.fingerprint(student), names.computeIfAbsent(code, c -> c));
                    }
                }
                case "STRUCTURES_ELEVE" -> student = null;
                default -> { }
            }
        }
    }

    private static final class Students implements Xml.Elements {
        private static final Map<String, Field> FIELDS = new HashMap<>();

        static {
            Layout.SIECLE.spellings().forEach((field, names) -> names.forEach(name -> FIELDS.put(name, field)));
            FIELDS.remove("CODE_STRUCTURE");
            FIELDS.remove("ELEVE_ID");
        }

        private final Map<Long, String> classes;
        private final Judge judge;
        private Map<Field, String> values;
        private boolean left;
        private int studentDepth;

        Students(Map<Long, String> classes, Judge judge) {
            this.classes = classes;
            this.judge = judge;
        }

        @Override
        public void start(String name, String id, int depth, long line) {
            if (values != null || !name.equals("ELEVE")) return;
            judge.begin(line);
            values = new EnumMap<>(Field.class);
            left = false;
            studentDepth = depth;
            if (id != null) {
                values.put(Field.EXTERNAL_ID, id);
                String className = classes.get(Seen.fingerprint(id));
                if (className != null) values.put(Field.CLASS, className);
            }
        }

        @Override
        public void end(String name, String text, int depth) {
            if (values == null) return;
            if (depth == studentDepth) {
                judge.row(values, left);
                values = null;
            } else if (depth == studentDepth + 1) {
                Field field = FIELDS.get(name);
                if (field != null) values.putIfAbsent(field, text);
                if (name.equals("DATE_SORTIE") && !text.isBlank()) left = true;
            }
        }
    }
}
