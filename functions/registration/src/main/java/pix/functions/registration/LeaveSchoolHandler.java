package pix.functions.registration;

import java.util.Optional;
import pix.enrolment.SchoolLink;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code DELETE /me/schools/{organisationId}}: once the school no longer lists the caller. */
public final class LeaveSchoolHandler extends HttpHandler {
    private final SchoolLinks links;
    private final Students students;

    public LeaveSchoolHandler() {
        this(Wiring.schoolLinks(), Wiring.students());
    }

    LeaveSchoolHandler(SchoolLinks links, Students students) {
        this.links = links;
        this.students = students;
    }

    @Override
    protected Reply handle(Request request) {
        Optional<SchoolLink> link = links.find(request.caller().subject(), request.path("organisationId"));
        if (link.isEmpty()) return Reply.noContent();
        boolean listed = students.get(link.get().organisationId(), link.get().studentId()).filter(Student::active).isPresent();
        if (listed) return Reply.problem(ProblemType.STILL_ENROLLED);
        links.unlink(link.get());
        return Reply.noContent();
    }
}
