package pix.functions.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.InvalidInput;
import pix.Page;
import pix.enrolment.Student;
import pix.enrolment.Students;

/** All active students of a class or a school, as long as they are not too many for one request. */
final class ActiveStudents {
    private static final int PAGE = 500;

    private ActiveStudents() {}

    /** @throws InvalidInput where there are more than {@code most} */
    static List<Student> of(Students students, String organisationId, Optional<String> className, int most) {
        List<Student> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Student> page = students.active(organisationId, className, cursor, PAGE);
            all.addAll(page.entries());
            if (all.size() > most) throw new InvalidInput("/class", "too-many");
            cursor = page.cursor();
        } while (cursor.isPresent());
        return all;
    }
}
