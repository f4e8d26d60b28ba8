package pix.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One student as a row of a school's file tells, already judged good.
 *
 * @param line where the row starts in the file, from 1
 * @param externalId what the school's own software calls the student; at least one of this and {@code ine} is there, or
 *     the student is known by names and birth date alone
 * @param givenNames in the order of the file, at least one
 * @param className empty where the file names no class
 * @param left the file says that the student has left the school
 */
public record StudentRow(
        long line,
        Optional<String> externalId,
        Optional<Ine> ine,
        String familyName,
        Optional<String> usedName,
        List<String> givenNames,
        LocalDate birthDate,
        Optional<String> className,
        Optional<String> email,
        boolean left) {

    public StudentRow {
        if (givenNames.isEmpty()) throw new IllegalArgumentException("a student has a given name");
        givenNames = List.copyOf(givenNames);
    }

    /** Where it stands and nothing else: a row is personal. */
    @Override
    public String toString() {
        return "StudentRow[line=" + line + "]";
    }
}
