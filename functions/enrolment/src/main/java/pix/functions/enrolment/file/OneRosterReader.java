package pix.functions.enrolment.file;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pix.enrolment.FileFormat;
import pix.enrolment.Ine;
import pix.enrolment.StudentFiles.Reading.Complete;
import pix.enrolment.StudentFiles.Rows;
import pix.organisation.Uai;

/**
 * Reads the students of a OneRoster 1.2 archive. Roles, birth dates (demographics.csv) and classes are gathered first by
 * the fingerprint of the user, then the users are judged. Of a student's classes the homeroom counts, else the first.
 */
final class OneRosterReader {
    private static final Pattern INE_AMONG_IDS = Pattern.compile("\\{ *INE *: *([^},]*)}", Pattern.CASE_INSENSITIVE);

    private final Archive archive;
    private final Map<Long, String> birthDates = new HashMap<>();
    private final Map<Long, String> classes = new HashMap<>();
    private final Set<Long> students = new HashSet<>();
    private final Set<Long> former = new HashSet<>();

    private OneRosterReader(Archive archive) {
        this.archive = archive;
    }

    static boolean recognises(Archive archive) {
        return archive.names().stream().map(Archive::baseName).anyMatch(name -> name.equals("manifest.csv") || name.equals("users.csv"));
    }

    static Complete read(Archive archive, Optional<Uai> school, LocalDate today, Rows rows) throws IOException {
        OneRosterReader reader = new OneRosterReader(archive);
        if (school.isPresent()) reader.refuseOther(school.get());
        reader.roles();
        reader.demographics();
        reader.classes();
        return reader.users(today, rows);
    }

    private Optional<NamedTable> table(String file) throws IOException {
        Optional<String> name = archive.names().stream().filter(n -> Archive.baseName(n).equals(file)).findFirst();
        return name.isEmpty() ? Optional.empty() : Optional.of(new NamedTable(file, archive.source(name.get())));
    }

    private NamedTable requiredTable(String file) throws IOException {
        return table(file).orElseThrow(() -> new RefusedFile(Problem.MISSING_FILE, file));
    }

    /** Where schools are told by their UAI, one of them must be this one. */
    private void refuseOther(Uai school) throws IOException {
        Optional<NamedTable> orgs = table("orgs.csv");
        if (orgs.isEmpty()) return;
        Set<String> codes = new HashSet<>();
        try (NamedTable table = orgs.get()) {
            while (table.next()) {
                String code = table.value("identifier").strip();
                if (codes.size() < 100 && Uai.isValid(code)) codes.add(code);
            }
        }
        if (!codes.isEmpty() && !codes.contains(school.code())) {
            throw new RefusedFile(Problem.OTHER_SCHOOL, codes.stream().sorted().limit(3).reduce((a, b) -> a + ", " + b).orElseThrow());
        }
    }

    private void roles() throws IOException {
        Optional<NamedTable> roles = table("roles.csv");
        if (roles.isEmpty()) return;
        try (NamedTable table = roles.get().requiring("userSourcedId", "role")) {
            while (table.next()) {
                if (!table.value("role").equalsIgnoreCase("student")) continue;
                (deleted(table) ? former : students).add(Seen.fingerprint(table.value("userSourcedId")));
            }
        }
    }

    private void demographics() throws IOException {
        try (NamedTable table = requiredTable("demographics.csv").requiring("sourcedId", "birthDate")) {
            while (table.next()) {
                if (!deleted(table)) birthDates.put(Seen.fingerprint(table.value("sourcedId")), brief(table.value("birthDate")));
            }
        }
    }

    private void classes() throws IOException {
        Optional<NamedTable> classTable = table("classes.csv");
        Optional<NamedTable> enrolments = table("enrollments.csv");
        if (classTable.isEmpty() || enrolments.isEmpty()) return;
        Map<Long, String> titles = new HashMap<>();
        Set<Long> homerooms = new HashSet<>();
        try (NamedTable table = classTable.get().requiring("sourcedId", "title")) {
            while (table.next()) {
                if (deleted(table)) continue;
                long id = Seen.fingerprint(table.value("sourcedId"));
                titles.put(id, brief(table.value("title")));
                if (table.value("classType").equalsIgnoreCase("homeroom")) homerooms.add(id);
            }
        }
        Set<Long> atHome = new HashSet<>();
        try (NamedTable table = enrolments.get().requiring("classSourcedId", "userSourcedId", "role")) {
            while (table.next()) {
                long id = Seen.fingerprint(table.value("classSourcedId"));
                long user = Seen.fingerprint(table.value("userSourcedId"));
                String title = titles.get(id);
                if (title == null || deleted(table) || !table.value("role").equalsIgnoreCase("student")) continue;
                if (!homerooms.contains(id)) {
                    classes.putIfAbsent(user, title);
                } else if (atHome.add(user)) {
                    classes.put(user, title);
                }
            }
        }
    }

    private Complete users(LocalDate today, Rows rows) throws IOException {
        Warnings warnings = new Warnings();
        Judge judge = new Judge(Layout.ONEROSTER, today, OneRosterReader::column, warnings, rows);
        try (NamedTable table = requiredTable("users.csv").requiring("sourcedId", "givenName", "familyName")) {
            if (!table.has("role") && students.isEmpty() && former.isEmpty()) throw new RefusedFile(Problem.MISSING_FILE, "roles.csv");
            while (table.next()) {
                long user = Seen.fingerprint(table.value("sourcedId"));
                boolean student = students.contains(user) || table.value("role").equalsIgnoreCase("student");
                if (!student && !former.contains(user)) continue;
                judge.begin(table.line());
                judge.row(values(table, user), deleted(table) || !student);
            }
            if (judge.count() == 0) throw new RefusedFile(Problem.NO_ROWS);
            return new Complete(FileFormat.ONEROSTER, table.encoding(), judge.count(), warnings.list());
        }
    }

    private Map<Field, String> values(NamedTable table, long user) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.EXTERNAL_ID, table.value("sourcedId"));
        values.put(Field.FAMILY_NAME, table.value("familyName"));
        values.put(Field.FIRST_NAME, table.value("givenName"));
        values.put(Field.SECOND_NAME, table.value("middleName"));
        values.put(Field.EMAIL, table.value("email"));
        values.put(Field.BIRTH_DATE, birthDates.getOrDefault(user, ""));
        values.put(Field.CLASS, classes.getOrDefault(user, ""));
        Matcher ine = INE_AMONG_IDS.matcher(table.value("userIds"));
        if (ine.find()) {
            values.put(Field.INE, ine.group(1));
        } else if (Ine.isValid(table.value("identifier").strip())) {
            values.put(Field.INE, table.value("identifier"));
        }
        return values;
    }

    private static boolean deleted(NamedTable table) {
        return table.value("status").equalsIgnoreCase("tobedeleted");
    }

    /** Keeps no more of a value than is needed to see that it is too long. */
    private static String brief(String value) {
        return value.substring(0, Math.min(value.length(), 100));
    }

    private static String column(Field field) {
        String file = switch (field) {
            case BIRTH_DATE -> "demographics.csv ";
            case CLASS -> "classes.csv ";
            default -> "";
        };
        return file + Layout.ONEROSTER.usual(field);
    }
}
