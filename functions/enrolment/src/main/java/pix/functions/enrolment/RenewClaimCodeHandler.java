package pix.functions.enrolment;

import java.util.List;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /organisations/{id}/students/{studentId}/claim-code}. */
public final class RenewClaimCodeHandler extends HttpHandler {
    private final Access access;
    private final Students students;
    private final RosterKeys keys;

    public RenewClaimCodeHandler() {
        this(Wiring.ofPlatform());
    }

    RenewClaimCodeHandler(Wiring wiring) {
        this.access = wiring.access();
        this.students = wiring.students();
        this.keys = wiring.keys();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        String studentId = request.path("studentId");
        Student before = found(member, studentId);
        if (!students.renewClaim(before)) return Reply.problem(ProblemType.ACCOUNT_LINKED);
        Student student = found(member, studentId);
        students.offer(List.of(student), keys);
        return Reply.ok(StudentJson.claim(student, student.claimCode(keys)));
    }

    private Student found(Access.Member member, String studentId) {
        return students.get(member.organisationId(), studentId).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
    }
}
