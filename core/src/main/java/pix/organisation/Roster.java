package pix.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The students of a school, as others need to know them. */
public interface Roster {

    /**
     * @param learnerId the account the student opened, empty where there is none yet
     * @param sealedStudentId the national student id, encrypted; empty where the school's files do not tell it
     */
    record Student(
            String studentId,
            Optional<String> learnerId,
            String familyName,
            String givenNames,
            LocalDate birthDate,
            String className,
            Optional<String> sealedStudentId) {}

    Optional<Student> find(String organisationId, String studentId);

    List<Student> ofClass(String organisationId, String className);
}
