package pix.functions.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pix.enrolment.ClaimPlace.Outcome;
import pix.enrolment.PlaceRequest;
import pix.enrolment.SchoolLink;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.organisation.Organisation;
import pix.organisation.Organisations;

/** Links to schools and requests for one as the contract writes them, and why a claim is refused. */
final class SchoolReplies {
    private final Organisations organisations;
    private final Students students;

    SchoolReplies(Organisations organisations, Students students) {
        this.organisations = organisations;
        this.students = students;
    }

    ObjectNode link(SchoolLink link) {
        Optional<Organisation> school = organisations.find(link.organisationId());
        Optional<Student> student = students.get(link.organisationId(), link.studentId());
        ObjectNode json = Json.object()
                .put("organisationId", link.organisationId())
                .put("name", school.map(Organisation::name).orElse(""))
                .put("city", school.map(Organisation::city).orElse(""))
                .put("studentId", link.studentId());
        student.flatMap(Student::className).ifPresent(c -> json.put("className", c));
        return json.put("linkedAt", link.linkedAt().toString()).put("active", student.filter(Student::active).isPresent());
    }

    /** The same whether or not the school knows such a student, and whatever it said. */
    ObjectNode request(PlaceRequest request) {
        Optional<Organisation> school = organisations.find(request.organisationId());
        return Json.object()
                .put("organisationId", request.organisationId())
                .put("name", school.map(Organisation::name).orElse(""))
                .put("city", school.map(Organisation::city).orElse(""))
                .put("reference", request.reference())
                .put("askedAt", request.askedAt().toString())
                .put("expiresAt", request.expiresAt().toString());
    }

    static Reply refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.UnknownCode() -> Reply.problem(ProblemType.UNKNOWN_CLAIM_CODE);
            case Outcome.Mismatch() -> Reply.problem(ProblemType.CLAIM_MISMATCH);
            case Outcome.Used() -> Reply.problem(ProblemType.CLAIM_CODE_USED);
            case Outcome.AlreadyLinked() -> Reply.problem(ProblemType.ALREADY_LINKED);
            case Outcome.TooManyAttempts(var pause) -> Reply.tooManyAttempts((int) pause.toSeconds());
            case Outcome.UsernameTaken() -> Reply.problem(ProblemType.USERNAME_TAKEN);
            case Outcome.Claimed claimed -> throw new IllegalStateException("a claim that succeeds is not refused");
        };
    }
}
