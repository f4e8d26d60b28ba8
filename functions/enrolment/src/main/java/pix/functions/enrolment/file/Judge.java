package pix.functions.enrolment.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import pix.enrolment.Ine;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Rows;
import pix.enrolment.StudentFiles.Trace;
import pix.enrolment.StudentRow;

/** Judges row after row of one file: good ones become students, of the others every fault is told. */
final class Judge {
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern LIKE_AN_INE = Pattern.compile("[0-9_]{9}[0-9A-Z][A-Z]|[0-9]{4}A[0-9]{5}[A-Z]", Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "•••";

    private final Layout layout;
    private final Function<Field, String> column;
    private final BirthDates birthDates;
    private final Warnings warnings;
    private final Rows rows;
    private final Seen seen = new Seen();
    private final List<RowFault> faults = new ArrayList<>();
    private long line;
    private long count;

    /** @param column what the file calls a field */
    Judge(Layout layout, LocalDate today, Function<Field, String> column, Warnings warnings, Rows rows) {
        this.layout = layout;
        this.column = column;
        this.birthDates = new BirthDates(today, layout.youngest(), layout.oldest());
        this.warnings = warnings;
        this.rows = rows;
    }

    long count() {
        return count;
    }

    /** A fault that is no field's: the row is then judged all the same. */
    void fault(String where, Problem problem, String value) {
        faults.add(new RowFault(line, where, problem.code(), Optional.of(shown(value)), Optional.empty()));
    }

    void begin(long at) {
        line = at;
        count++;
        faults.clear();
    }

    void row(Map<Field, String> raw, boolean left) {
        Optional<String> family = value(raw, Field.FAMILY_NAME);
        Optional<String> used = value(raw, Field.USED_NAME);
        List<String> given = given(raw);
        Optional<LocalDate> birthDate = birthDate(value(raw, Field.BIRTH_DATE));
        Optional<String> className = value(raw, Field.CLASS);
        Optional<String> email = value(raw, Field.EMAIL);
        Optional<String> id = value(raw, Field.EXTERNAL_ID);
        family.ifPresent(name -> text(Field.FAMILY_NAME, Values.name(name)));
        used.ifPresent(name -> text(Field.USED_NAME, Values.name(name)));
        className.ifPresent(name -> text(Field.CLASS, Values.label(name)));
        email.ifPresent(address -> text(Field.EMAIL, Values.email(address)));
        id.ifPresent(name -> text(Field.EXTERNAL_ID, Values.label(name)));
        Optional<Ine> ine = ine(value(raw, Field.INE));
        Field ineField = Field.INE;
        if (ine.isEmpty() && id.isPresent() && Ine.isValid(id.get())) {
            // Kept as what it is: an INE is guarded, other identifiers are not.
            ine = Optional.of(new Ine(id.get()));
            id = Optional.empty();
            ineField = Field.EXTERNAL_ID;
        }
        if (ine.isPresent()) duplicate(ineField, "ine " + ine.get().number(), Problem.DUPLICATE_INE, null);
        if (id.isPresent()) duplicate(Field.EXTERNAL_ID, "id " + id.get(), Problem.DUPLICATE_ID, id.get());
        if (ine.isEmpty() && id.isEmpty()) sameNames(family, given, birthDate);
        if (!faults.isEmpty()) {
            faults.forEach(rows::fault);
            rows.refused(new Trace(ine, id, family, given.stream().findFirst()));
            return;
        }
        if (className.isEmpty() && layout.namesClasses() && !left) warnings.withoutClass(line);
        rows.student(new StudentRow(line, id, ine, family.orElseThrow(), used, given, birthDate.orElseThrow(), className, email, left));
    }

    private Optional<String> value(Map<Field, String> raw, Field field) {
        String value = raw.getOrDefault(field, "");
        Optional<String> mended = field == Field.INE ? Optional.empty() : Values.ungarbled(value);
        if (mended.isPresent()) {
            fault(field, Problem.GARBLED, value, mended.get());
            return mended;
        }
        String tidy = Tidy.text(value);
        if (tidy.isEmpty()) {
            if (layout.required().contains(field)) fault(field, Problem.REQUIRED, null, null);
            return Optional.empty();
        }
        return Optional.of(tidy);
    }

    private List<String> given(Map<Field, String> raw) {
        List<String> given = new ArrayList<>();
        for (Field field : List.of(Field.FIRST_NAME, Field.SECOND_NAME, Field.THIRD_NAME)) {
            value(raw, field).stream().flatMap(names -> List.of(names.split(" ?, ?")).stream()).filter(name -> !name.isEmpty())
                    .forEach(name -> {
                        text(field, Values.name(name));
                        given.add(name);
                    });
        }
        if (given.isEmpty() && faults.isEmpty()) fault(Field.FIRST_NAME, Problem.REQUIRED, null, null);
        return given;
    }

    private void text(Field field, Optional<Values.Unusable> unusable) {
        unusable.ifPresent(u -> fault(field, u.problem(), u.value(), u.suggestion()));
    }

    private Optional<LocalDate> birthDate(Optional<String> text) {
        if (text.isEmpty()) return Optional.empty();
        return switch (birthDates.read(text.get())) {
            case BirthDates.Read.Date(LocalDate date) -> Optional.of(date);
            case BirthDates.Read.Unusable(Problem problem, String suggestion) -> {
                fault(Field.BIRTH_DATE, problem, text.get(), suggestion);
                yield Optional.empty();
            }
        };
    }

    private Optional<Ine> ine(Optional<String> text) {
        String number = text.orElse("").replace(" ", "").toUpperCase(Locale.ROOT);
        if (Ine.isValid(number)) return Optional.of(new Ine(number));
        if (text.isPresent()) fault(Field.INE, Problem.MALFORMED_INE, null, null);
        return Optional.empty();
    }

    /** Names and birth date tell students apart only where nothing better does: two may share them. */
    private void sameNames(Optional<String> family, List<String> given, Optional<LocalDate> birthDate) {
        if (family.isEmpty() || given.isEmpty() || birthDate.isEmpty()) return;
        String names = Tidy.folded(family.get()) + ' ' + Tidy.folded(String.join("", given)) + ' ' + birthDate.get();
        duplicate(Field.FAMILY_NAME, "names " + names, Problem.DUPLICATE_STUDENT, family.get());
    }

    private void duplicate(Field field, String told, Problem problem, String value) {
        OptionalLong before = seen.before(told, line);
        if (before.isPresent()) fault(field, problem, value, Long.toString(before.getAsLong()));
    }

    private void fault(Field field, Problem problem, String value, String suggestion) {
        faults.add(new RowFault(line, column.apply(field), problem.code(), Optional.ofNullable(value).map(Judge::shown),
                Optional.ofNullable(suggestion)));
    }

    /** Short, on one line, with control characters made visible; what may be an INE in the wrong column is not shown. */
    private static String shown(String value) {
        if (LIKE_AN_INE.matcher(value).find()) return HIDDEN;
        String visible = value.codePoints().limit(LONGEST_SHOWN).map(c -> c < ' ' ? '␀' + c : c == 0x7F ? '␡' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return visible.length() < value.length() ? visible + "…" : visible;
    }
}
