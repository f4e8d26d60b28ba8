package pix.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which account is which student. The account's side and the school's side change together. */
public interface SchoolLinks {

    enum Linking {
        LINKED,
        /** The student is gone, inactive, or linked to another account. */
        TAKEN,
        /** The account is another student of this school. */
        ALREADY_LINKED
    }

    Linking link(Student student, String learnerId, Instant at);

    Optional<SchoolLink> find(String learnerId, String organisationId);

    List<SchoolLink> of(String learnerId);

    /** Ends a link on both sides. Nothing happens where there is none. */
    void unlink(SchoolLink link);
}
