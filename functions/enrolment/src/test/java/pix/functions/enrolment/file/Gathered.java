package pix.functions.enrolment.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles;
import pix.enrolment.StudentFiles.Reading;
import pix.enrolment.StudentRow;
import pix.organisation.Uai;

/** Everything one reading told. */
record Gathered(Reading reading, List<StudentRow> students, List<RowFault> faults) {
    static final Uai SCHOOL = new Uai("0750655E");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

    static Gathered from(Path file) {
        List<StudentRow> students = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        Reading reading = new SchoolFiles(CLOCK).read(file, Optional.of(SCHOOL), new StudentFiles.Rows() {
            @Override
            public void student(StudentRow row) {
                students.add(row);
            }

            @Override
            public void fault(RowFault fault) {
                faults.add(fault);
            }

            @Override
            public void refused(StudentFiles.Trace trace) {
                if (faults.isEmpty()) throw new AssertionError("refused for nothing");
            }
        });
        return new Gathered(reading, students, faults);
    }

    static Gathered from(byte[] bytes) {
        try {
            Path file = Files.createTempFile("specimen", "");
            try {
                return from(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Gathered from(String text) {
        return from(text.getBytes(StandardCharsets.UTF_8));
    }

    static Gathered specimen(String name) {
        return from(bytes(name));
    }

    static byte[] bytes(String specimen) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/specimens", specimen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading.Complete complete() {
        if (reading instanceof Reading.Complete complete) return complete;
        throw new AssertionError(reading);
    }

    /** The code of the refusal, and its detail. */
    String refused() {
        if (reading instanceof Reading.Refused(String code, Optional<String> detail)) {
            return detail.map(d -> code + " " + d).orElse(code);
        }
        throw new AssertionError(reading);
    }

    /** Line, column, code and suggestion of each fault. */
    List<String> told() {
        return faults.stream().map(f -> f.line() + " " + f.column() + " " + f.code() + f.suggestion().map(s -> " → " + s).orElse(""))
                .toList();
    }

    /** What each row says, but for its line. */
    List<String> people() {
        return students.stream().map(s -> String.join("|", s.externalId().orElse(""), s.ine().map(i -> i.number()).orElse(""),
                s.familyName(), s.usedName().orElse(""), String.join("+", s.givenNames()), s.birthDate().toString(),
                s.className().orElse(""), s.email().orElse(""), s.left() ? "left" : "")).toList();
    }
}
