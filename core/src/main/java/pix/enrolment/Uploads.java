package pix.enrolment;

import java.util.List;
import java.util.Optional;

/** Where uploads and their progress are kept, for three months. */
public interface Uploads {

    void add(Upload upload);

    Optional<Upload> find(String organisationId, String uploadId);

    /** The newest first. */
    List<Upload> newest(String organisationId, int most);

    /** Replaces what became of an upload; false, and nothing written, where it is over already. */
    boolean update(Upload upload);
}
