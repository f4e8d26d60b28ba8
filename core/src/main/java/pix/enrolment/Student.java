package pix.enrolment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A student of a school's roster.
 *
 * @param studentId stays the same however the student is called later
 * @param learnerId the account the student opened, empty where there is none yet
 * @param givenNames one after the other, with spaces
 * @param externalId what the school's own software calls the student
 * @param ineHash finds the national student id again; {@code sealedIne} is the id itself, encrypted
 * @param active false once the school has said that the student has left
 * @param claimGeneration grows when the claim code is replaced
 * @param createdIn the upload that brought the student; {@code changedIn} the last one that changed anything
 */
public record Student(
        String organisationId,
        String studentId,
        Optional<String> learnerId,
        String familyName,
        Optional<String> usedName,
        String givenNames,
        LocalDate birthDate,
        Optional<String> className,
        Optional<String> externalId,
        Optional<String> ineHash,
        Optional<String> sealedIne,
        Optional<String> email,
        boolean active,
        int claimGeneration,
        String createdIn,
        String changedIn) {

    static Student of(String organisationId, String studentId, StudentRow row, Optional<String> ineHash, RosterKeys keys, String uploadId) {
        return new Student(organisationId, studentId, Optional.empty(), row.familyName(), row.usedName(), givenNames(row),
                row.birthDate(), row.className(), row.externalId(), ineHash, row.ine().map(keys::seal), row.email(), !row.left(), 0,
                uploadId, uploadId);
    }

    /** As a row tells; what the row does not say stays. */
    Student told(StudentRow row, Optional<String> rowIneHash, RosterKeys keys, String uploadId) {
        boolean sameIne = rowIneHash.isEmpty() || rowIneHash.equals(ineHash);
        return new Student(organisationId, studentId, learnerId, row.familyName(), row.usedName().or(() -> usedName), givenNames(row),
                row.birthDate(), row.className().or(() -> className), row.externalId().or(() -> externalId),
                rowIneHash.or(() -> ineHash), sameIne ? sealedIne : row.ine().map(keys::seal), row.email().or(() -> email),
                !row.left(), claimGeneration, createdIn, uploadId);
    }

    /** Here, or gone; nothing else changes. */
    public Student asActive(boolean here) {
        return new Student(organisationId, studentId, learnerId, familyName, usedName, givenNames, birthDate, className, externalId,
                ineHash, sealedIne, email, here, claimGeneration, createdIn, changedIn);
    }

    /** A student of the school whose place nobody has claimed. */
    public boolean isFree() {
        return active && learnerId.isEmpty();
    }

    public ClaimCode claimCode(RosterKeys keys) {
        return ClaimCode.of(keys, organisationId, studentId, claimGeneration);
    }

    static String givenNames(StudentRow row) {
        return String.join(" ", row.givenNames());
    }

    /** Which one it is and nothing else: a student is personal. */
    @Override
    public String toString() {
        return "Student[" + studentId + "]";
    }
}
