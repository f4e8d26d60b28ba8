package pix.functions.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import pix.enrolment.Rosters;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.enrolment.Writes;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.store.ConsumedUnits;

/** {@code POST /organisations/{id}/uploads/{uploadId}/departures}. Nothing is imported meanwhile. */
public final class ConfirmDeparturesHandler extends HttpHandler {
    private static final int MOST_NAMED = 1000;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Wiring wiring;
    private final Access access;
    private final Students students;
    private final Rosters rosters;
    private final MissingStudents missingStudents;

    public ConfirmDeparturesHandler() {
        this(Wiring.ofPlatform());
    }

    ConfirmDeparturesHandler(Wiring wiring) {
        this.wiring = wiring;
        this.access = wiring.access();
        this.students = wiring.students();
        this.rosters = wiring.rosters();
        this.missingStudents = new MissingStudents(wiring);
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Fields body = request.body("students", "all");
        Set<String> named = new HashSet<>(body.texts("students", MOST_NAMED, 100));
        boolean all = body.has("all") && body.flag("all");
        if (!all && named.isEmpty()) body.fault("students", "required");
        body.check();
        String uploadId = request.path("uploadId");
        List<String> gone = missingStudents.of(member.organisationId(), uploadId).stream()
                .filter(id -> all || named.contains(id)).toList();
        String runId = wiring.drawId();
        Instant now = wiring.clock().instant();
        if (!rosters.acquire(member.organisationId(), runId, now, now.plus(LEASE))) return Reply.problem(ProblemType.IMPORT_RUNNING);
        try {
            MissingStudents.checkLatest(rosters.summary(member.organisationId()), uploadId);
            return Reply.ok(Json.object().put("departed", departed(member, gone)));
        } finally {
            rosters.release(member.organisationId(), runId);
        }
    }

    private long departed(Access.Member member, List<String> gone) {
        LongAdder departed = new LongAdder();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Writes writes = new Writes(ConsumedUnits.current().counting(threads));
            for (String id : gone) {
                writes.submit(() -> {
                    if (depart(member, id)) departed.increment();
                });
            }
            writes.finish();
        }
        return departed.sum();
    }

    private boolean depart(Access.Member member, String studentId) {
        Optional<Student> student = students.get(member.organisationId(), studentId).filter(Student::active);
        boolean departed = student.isPresent() && students.update(student.get().asActive(false));
        if (departed) rosters.count(member.organisationId(), student.get().className(), -1);
        return departed;
    }
}
