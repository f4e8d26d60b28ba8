package pix.functions.enrolment;

import java.util.List;
import pix.enrolment.Rosters;
import pix.enrolment.Upload;
import pix.enrolment.Uploads;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.objects.ObjectStore;

/** Active students whom an imported file did not name, as its import found them. */
final class MissingStudents {
    private final Uploads uploads;
    private final ObjectStore objects;

    MissingStudents(Wiring wiring) {
        this.uploads = wiring.uploads();
        this.objects = wiring.objects();
    }

    /** Their ids, in an order that stays. @throws Refused where there is no such upload, or it is not done */
    List<String> of(String organisationId, String uploadId) {
        Upload upload = uploads.find(organisationId, uploadId).filter(u -> u.state() == Upload.State.DONE)
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        return objects.readText(UploadKeys.of(upload).missing()).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** @throws Refused where another file has been imported since: its list counts */
    static void checkLatest(Rosters.Summary summary, String uploadId) {
        if (summary.lastImport().filter(uploadId::equals).isEmpty()) throw new Refused(ProblemType.OUTDATED);
    }
}
