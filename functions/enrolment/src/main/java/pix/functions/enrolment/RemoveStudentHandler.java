package pix.functions.enrolment;

import java.util.Optional;
import pix.enrolment.Rosters;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code DELETE /organisations/{id}/students/{studentId}}. */
public final class RemoveStudentHandler extends HttpHandler {
    private final Access access;
    private final Students students;
    private final Rosters rosters;

    public RemoveStudentHandler() {
        this(Wiring.ofPlatform());
    }

    RemoveStudentHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.rosters = wiring.rosters();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Optional<Student> student = students.get(member.organisationId(), request.path("studentId"));
        if (student.isEmpty()) return Reply.noContent();
        if (!students.remove(student.get())) return Reply.problem(ProblemType.ACCOUNT_LINKED);
        if (student.get().active()) rosters.count(member.organisationId(), student.get().className(), -1);
        return Reply.noContent();
    }
}
