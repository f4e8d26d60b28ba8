package pix.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pix.audit.AuditTrail;
import pix.enrolment.PlaceRequest.Decision;
import pix.learner.Learner;
import pix.learner.Learners;

/**
 * The school says whether an account that asks for a place without a code is the student's. Who decided is noted. Saying
 * the same again changes nothing.
 */
public final class DecidePlaceRequest {

    public sealed interface Outcome {
        record Decided() implements Outcome {}

        record Unknown() implements Outcome {}

        /** It was decided otherwise or has expired; or the student has an account or has left; or the person no longer fits. */
        record Over() implements Outcome {}
    }

    private final PlaceRequests requests;
    private final Students students;
    private final Learners learners;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    public DecidePlaceRequest(
            PlaceRequests requests, Students students, Learners learners, AuditTrail auditTrail, InstantSource clock) {
        this.requests = requests;
        this.students = students;
        this.learners = learners;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** @param who decides: the {@code learnerId} of a member of the school */
    public Outcome decide(String organisationId, String requestId, Decision decision, String who) {
        Optional<PlaceRequest> found = requests.find(organisationId, requestId).filter(r -> r.studentId().isPresent());
        if (found.isEmpty()) return new Outcome.Unknown();
        PlaceRequest request = found.get();
        if (request.decision().equals(Optional.of(decision))) return new Outcome.Decided();
        Instant now = clock.instant();
        if (!request.isOpen(now)) return new Outcome.Over();
        auditTrail.viewed(new AuditTrail.View(now, who, "place-" + decision.code(), Optional.of(organisationId)),
                List.of(request.learnerId()));
        boolean decided = switch (decision) {
            case ACCEPT -> accept(request, now);
            case REFUSE -> requests.refuse(request);
        };
        return decided ? new Outcome.Decided() : new Outcome.Over();
    }

    private boolean accept(PlaceRequest request, Instant now) {
        Optional<Student> student = request.studentId().flatMap(id -> students.get(request.organisationId(), id));
        Optional<Learner> learner = learners.find(request.learnerId());
        if (student.isEmpty() || learner.isEmpty()) return false;
        return SamePerson.of(learner.get()).as(student.get()) && requests.accept(request, student.get(), now);
    }
}
