package pix.enrolment;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pix.bank.Folding;

/**
 * A roster as one import needs it: who each row is, and whether the row says anything new. Holds hashes instead of
 * people, so that 100,000 of them take some 50 MB. Not thread-safe.
 *
 * <p>A row is the student with its national id; else the one with its external id; else the one with its names and birth
 * date, if there is just one and no id of theirs contradicts it. Never one of two.
 */
final class RosterIndex {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

    private final RosterKeys keys;
    private final String organisationId;
    private final String uploadId;
    private final Map<Long, Known> byIne = new HashMap<>();
    private final Map<Long, Known> byExternalId = new HashMap<>();
    private final Map<Long, Known> byName = new HashMap<>();
    private final Set<Long> sharedNames = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> classNames = new HashMap<>();
    private final Set<Known> all = new HashSet<>();
    private final Set<Long> excused = new HashSet<>();

    RosterIndex(RosterKeys keys, String organisationId, String uploadId) {
        this.keys = keys;
        this.organisationId = organisationId;
        this.uploadId = uploadId;
    }

    /** What a row is found by. */
    record Marks(Optional<String> ineHash, long ine, long externalId, long name) {}

    sealed interface Match {
        record New() implements Match {}

        record Is(Known known) implements Match {}

        /** The row cannot be told to be one student. */
        record Doubtful(String code) implements Match {}
    }

    /** A student of the roster, as hashes. 0 stands for what is not there. */
    static final class Known {
        private final String studentId;
        private final boolean createdHere;
        private boolean changedHere;
        private long ine;
        private long externalId;
        private long name;
        private long namesAlone;
        private long spelling;
        private long usedName;
        private long email;
        private String className = "";
        private boolean active;
        private long seenOn;

        private Known(String studentId, boolean createdHere) {
            this.studentId = studentId;
            this.createdHere = createdHere;
        }

        String studentId() {
            return studentId;
        }

        boolean createdHere() {
            return createdHere;
        }

        boolean changedHere() {
            return changedHere;
        }

        /** The line of the file that was this student, 0 where none was. */
        long seenOn() {
            return seenOn;
        }
    }

    Marks marks(StudentRow row) {
        Optional<String> ineHash = row.ine().map(ine -> ine.hash(keys));
        return new Marks(ineHash, ineHash.map(RosterIndex::number).orElse(0L), row.externalId().map(RosterIndex::mark).orElse(0L),
                name(row.familyName(), row.givenNames().getFirst(), row.birthDate()));
    }

    Match match(StudentRow row, Marks marks) {
        Known ine = marks.ine == 0 ? null : byIne.get(marks.ine);
        Known external = marks.externalId == 0 ? null : byExternalId.get(marks.externalId);
        if (ine != null && external != null && ine != external) return new Match.Doubtful("contradictory-ids");
        if (ine != null) return new Match.Is(ine);
        if (external != null) {
            boolean otherIne = differ(marks.ine, external.ine);
            return otherIne && external.name != marks.name ? new Match.Doubtful("contradictory-ids") : new Match.Is(external);
        }
        boolean shared = sharedNames.contains(marks.name);
        if (shared) return marks.ine == 0 && marks.externalId == 0 ? new Match.Doubtful("ambiguous-name") : new Match.New();
        Known named = byName.get(marks.name);
        boolean other = named == null || differ(marks.ine, named.ine) || differ(marks.externalId, named.externalId);
        return other ? new Match.New() : new Match.Is(named);
    }

    /** Takes a student who is in the store. */
    void know(Student student) {
        Known known = new Known(student.studentId(), student.createdIn().equals(uploadId));
        known.changedHere = student.changedIn().equals(uploadId);
        known.active = student.active();
        known.className = student.className().map(this::once).orElse("");
        known.spelling = spelling(student.familyName(), student.givenNames(), student.birthDate());
        known.usedName = student.usedName().map(RosterIndex::mark).orElse(0L);
        known.email = student.email().map(RosterIndex::mark).orElse(0L);
        String firstName = student.givenNames().split(" ", 2)[0];
        known.namesAlone = namesAlone(student.familyName(), firstName);
        enter(known, new Marks(student.ineHash(), student.ineHash().map(RosterIndex::number).orElse(0L),
                student.externalId().map(RosterIndex::mark).orElse(0L), name(student.familyName(), firstName, student.birthDate())));
    }

    /** Takes a student whom a row brings, and gives the id: made from what marks the student, so that it is the same each time. */
    String born(StudentRow row, Marks marks) {
        String mark = marks.ineHash().map(hash -> "ine " + hash)
                .or(() -> row.externalId().map(id -> "external " + id))
                .orElseGet(() -> "name " + named(row.familyName(), row.givenNames().getFirst(), row.birthDate()));
        String id = id(mark);
        for (int n = 2; ids.contains(id); n++) id = id(mark + " " + n);
        Known known = new Known(id, true);
        enter(known, marks);
        take(known, row);
        known.seenOn = row.line();
        return id;
    }

    /** Whether a row says anything about a student that the roster does not. */
    boolean isNews(Known known, StudentRow row, Marks marks) {
        return known.spelling != spelling(row.familyName(), Student.givenNames(row), row.birthDate())
                || known.active == row.left()
                || marks.ine != 0 && marks.ine != known.ine
                || marks.externalId != 0 && marks.externalId != known.externalId
                || row.className().filter(c -> !c.equals(known.className)).isPresent()
                || row.usedName().filter(n -> mark(n) != known.usedName).isPresent()
                || row.email().filter(e -> mark(e) != known.email).isPresent();
    }

    /** Knows the student as the row tells, from now on. */
    void learn(Known known, StudentRow row, Marks marks) {
        known.changedHere = true;
        enter(known, marks);
        take(known, row);
    }

    void see(Known known, StudentRow row) {
        known.seenOn = row.line();
    }

    /** Takes whom a refused row seems to be about: they are not gone only because their row must be mended. */
    void excuse(StudentFiles.Trace trace) {
        trace.ine().ifPresent(ine -> excused.add(number(ine.hash(keys))));
        trace.externalId().ifPresent(id -> excused.add(mark(id)));
        trace.familyName().ifPresent(family -> trace.givenName().ifPresent(given -> excused.add(namesAlone(family, given))));
    }

    /** Active students whom no row was, nor seems to have been. */
    void eachMissing(Consumer<String> studentIds) {
        all.stream().filter(k -> k.active && k.seenOn == 0).filter(this::notExcused).map(Known::studentId).sorted().forEach(studentIds);
    }

    private boolean notExcused(Known known) {
        return !excused.contains(known.ine) && !excused.contains(known.externalId) && !excused.contains(known.namesAlone);
    }

    Map<String, Long> classes() {
        Map<String, Long> classes = new HashMap<>();
        all.stream().filter(k -> k.active).forEach(k -> classes.merge(k.className, 1L, Long::sum));
        return classes;
    }

    private void enter(Known known, Marks marks) {
        all.add(known);
        ids.add(known.studentId);
        if (marks.ine != 0) byIne.put(known.ine = marks.ine, known);
        if (marks.externalId != 0) byExternalId.put(known.externalId = marks.externalId, known);
        known.name = marks.name;
        Known namesake = byName.putIfAbsent(marks.name, known);
        if (namesake != null && namesake != known) sharedNames.add(marks.name);
    }

    private void take(Known known, StudentRow row) {
        known.active = !row.left();
        known.spelling = spelling(row.familyName(), Student.givenNames(row), row.birthDate());
        row.className().ifPresent(c -> known.className = once(c));
        row.usedName().ifPresent(n -> known.usedName = mark(n));
        row.email().ifPresent(e -> known.email = mark(e));
    }

    private static boolean differ(long one, long other) {
        return one != 0 && other != 0 && one != other;
    }

    private String id(String mark) {
        byte[] hash = keys.hash("student-id", organisationId + " " + mark);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    /** One first name, folded: files differ in how many they give, in accents and in capitals. */
    private static long name(String familyName, String givenName, LocalDate birthDate) {
        return mark(named(familyName, givenName, birthDate));
    }

    private static String named(String familyName, String givenName, LocalDate birthDate) {
        return letters(familyName) + "/" + letters(givenName.split(" ", 2)[0]) + "/" + birthDate;
    }

    private static String letters(String name) {
        return NOT_LETTERS.matcher(Folding.words(name)).replaceAll("");
    }

    private static long namesAlone(String familyName, String givenName) {
        return mark(letters(familyName) + "/" + letters(givenName.split(" ", 2)[0]));
    }

    private static long spelling(String familyName, String givenNames, LocalDate birthDate) {
        return mark(familyName + "\t" + givenNames + "\t" + birthDate);
    }

    private String once(String className) {
        return classNames.computeIfAbsent(className, c -> c);
    }

    /** FNV-1a of 64 bits, its bits mixed: two different words of a roster all but never have the same. Never kept. */
    private static long mark(String words) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < words.length(); i++) hash = (hash ^ words.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    /** Never 0, which stands for nothing. */
    private static long number(String hash) {
        long number = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getLong();
        return number == 0 ? 1 : number;
    }
}
