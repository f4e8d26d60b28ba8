package pix.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pix.Page;

/** Where rosters are kept. */
public interface Students {

    Optional<Student> get(String organisationId, String studentId);

    /** Some students by their ids, in no order; those who are not there are left out. */
    List<Student> getAll(String organisationId, List<String> studentIds);

    /** Every student of a school, active or not, as they are now. */
    void each(String organisationId, Consumer<Student> consumer);

    /** Every student of a school who was born on a day, active or not. What was written a moment ago may be missing. */
    List<Student> bornOn(String organisationId, LocalDate birthDate);

    /** Active students by class and name. @param className empty for all classes */
    Page<Student> active(String organisationId, Optional<String> className, Optional<String> cursor, int most);

    /** Students who have left, in no order; a page may hold fewer than there are, or none, and still go on. */
    Page<Student> left(String organisationId, Optional<String> cursor);

    /** Keeps new students, whatever stood under their ids before. At most {@value #MOST_AT_ONCE}. */
    void add(List<Student> students);

    int MOST_AT_ONCE = 25;

    /** Replaces what the school's file says of a student; who has claimed the place stays. False where there is no such student. */
    boolean update(Student student);

    /** Removes a student whose place nobody has claimed; false where somebody has. */
    boolean remove(Student student);

    /** The code of this student with the next number takes the place of the last one; false where the place was claimed meanwhile. */
    boolean renewClaim(Student student);

    /** Makes the claim codes of students without an account known, so that they can be claimed with. */
    void offer(List<Student> students, RosterKeys keys);

    /** The student a claim code is for, however old the code is. */
    Optional<Student> claimedBy(ClaimCode code, RosterKeys keys);
}
