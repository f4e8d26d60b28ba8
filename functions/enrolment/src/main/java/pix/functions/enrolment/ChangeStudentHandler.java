package pix.functions.enrolment;

import pix.enrolment.Rosters;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;

/** {@code PATCH /organisations/{id}/students/{studentId}}. */
public final class ChangeStudentHandler extends HttpHandler {
    private final Access access;
    private final Students students;
    private final Rosters rosters;

    public ChangeStudentHandler() {
        this(Wiring.ofPlatform());
    }

    ChangeStudentHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.rosters = wiring.rosters();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Fields body = request.body("active");
        boolean active = body.flag("active");
        body.check();
        Student student = students.get(member.organisationId(), request.path("studentId"))
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        if (student.active() != active && students.update(student.asActive(active))) {
            rosters.count(member.organisationId(), student.className(), active ? 1 : -1);
        }
        return Reply.noContent();
    }
}
