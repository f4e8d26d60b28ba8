package pix.local;

import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import pix.ability.Ability;
import pix.ability.Sites;
import pix.certificate.CertificateCode;
import pix.certificate.RevokeCertificate;
import pix.certificate.WithdrawResult;
import pix.enrolment.Student;
import pix.organisation.Organisation;
import pix.selection.Form;
import pix.session.Agenda;
import pix.session.Audience;
import pix.session.Candidate;
import pix.session.CertificateHandOver;
import pix.session.EnrolCandidates;
import pix.session.Event;
import pix.session.ExamClock;
import pix.session.Finalisation;
import pix.session.JuryState;
import pix.session.PlanSession;
import pix.session.Progress;
import pix.session.Result;
import pix.session.Seats;
import pix.session.Session;
import pix.session.SessionState;
import pix.session.Sitting;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoCertificates;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoRoster;
import pix.store.DynamoSeats;
import pix.store.DynamoSessions;

/** Two sessions of the demonstration school: one whose results are published, and one to come. */
final class DemoExam {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration PUBLISHED_AFTER = Duration.ofDays(2);
    private static final int DAYS_AGO = 20;
    private static final int DAYS_AHEAD = 10;
    private static final int SEATS = 30;
    private static final int LAST_ANSWERS = 11;

    private final Organisation school;
    private final String head;
    private final Instant now;
    private final DynamoSessions sessions;
    private final DynamoSeats seats;
    private final DynamoCandidates candidates;
    private final DynamoLearners learners;
    private final DynamoOrganisations organisations;
    private final DynamoRoster roster;
    private final DynamoPublishedResults results;
    private final DynamoCertificates certificates;

    DemoExam(LocalPlatform platform, Organisation school, String head) {
        var dynamo = platform.dynamo();
        SecureRandom random = new SecureRandom();
        this.school = school;
        this.head = head;
        this.now = platform.clock().instant();
        this.sessions = new DynamoSessions(dynamo, platform.table("Sessions"));
        this.seats = new DynamoSeats(dynamo, platform.table("Sessions"));
        this.candidates = new DynamoCandidates(dynamo, platform.table("Sessions"),
                new DynamoAssessments(dynamo, platform.table("Assessments"), platform.table("Learners")));
        this.learners = new DynamoLearners(dynamo, platform.table("Learners"));
        this.organisations = new DynamoOrganisations(dynamo, platform.table("Organisations"));
        this.roster = new DynamoRoster(dynamo, platform.table("Organisations"));
        this.results = new DynamoPublishedResults(dynamo, platform.table("Certificates"), () -> CertificateCode.draw(random));
        this.certificates = new DynamoCertificates(dynamo, platform.table("Certificates"));
    }

    /** A Tuesday morning, about so many days from now: nobody examines at night or on a Sunday. */
    static Instant morning(Instant now, int days) {
        LocalDate about = LocalDate.ofInstant(now, PARIS).plusDays(days);
        return about.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)).atTime(MORNING).atZone(PARIS).toInstant();
    }

    /** A session these students may still be joined in. */
    void toCome(List<Student> students) {
        Session session = plan("demonstration-session-to-come", "PIX456", morning(now, DAYS_AHEAD), now);
        new EnrolCandidates(sessions, seats, candidates, roster, InstantSource.fixed(now))
                .enrol(session, students.stream().map(Student::studentId).toList(), 0, head);
    }

    /**
     * A session all these students were enrolled in. One did not come, one stopped early; the others are certified, by
     * the next sweep.
     */
    void past(List<Student> students, IntFunction<String> learnerIds, IntFunction<Ability> abilities) {
        Instant startsAt = morning(now, -DAYS_AGO);
        Session planned = plan("demonstration-session", "PIX234", startsAt, startsAt.minus(Duration.ofDays(30)));
        List<Candidate> all = IntStream.range(0, students.size())
                .mapToObj(i -> candidate(planned, students.get(i), learnerIds.apply(i), result(i, students.size(), abilities.apply(i), startsAt)))
                .toList();
        List<Seats.Newcomer> newcomers = all.stream()
                .map(c -> new Seats.Newcomer(c, new Agenda(c.learnerId(), 1, List.of(c.sessionId())))).toList();
        seats.take(planned, newcomers, event(planned, "enrolled", planned.createdAt()));
        Instant publishedAt = startsAt.plus(PUBLISHED_AFTER);
        Finalisation finalisation = new Finalisation(startsAt.plus(Session.TEST), head, List.of(), Map.of(), JuryState.DONE,
                Optional.of(publishedAt), Optional.of(publishedAt));
        Session published = new Session(planned.sessionId(), planned.revision() + 1, planned.organisationId(), planned.centre(),
                planned.plan(), all.size(), planned.accessCode(), SessionState.PUBLISHED, planned.createdAt(), Optional.of(startsAt),
                Optional.empty(), Optional.of(finalisation));
        sessions.change(published, event(published, "published", publishedAt));
        CertificateHandOver handOver = new CertificateHandOver(results,
                new WithdrawResult(results, certificates, new RevokeCertificate(certificates, InstantSource.fixed(now))),
                learners, organisations, roster, Duration.ZERO);
        all.stream().filter(c -> c.result().orElseThrow().status() == Result.Status.SCORED)
                .forEach(c -> handOver.certified(published, c, c.result().orElseThrow()));
    }

    private Session plan(String sessionId, String accessCode, Instant startsAt, Instant plannedAt) {
        Session.Plan plan = new Session.Plan(startsAt, "Salle informatique", "3 rue Ada-Lovelace, 75011 Paris", "75", SEATS,
                Audience.OWN_STUDENTS, Set.of());
        return sessions.find(sessionId).orElseGet(() ->
                new PlanSession(sessions, candidates, organisations, learners, InstantSource.fixed(plannedAt), () -> sessionId, () -> accessCode)
                        .plan(school, plan, head));
    }

    private Candidate candidate(Session session, Student student, String learnerId, Result result) {
        Instant startsAt = session.plan().startsAt();
        Instant endedAt = startsAt.plus(Session.TEST);
        boolean came = result.status() != Result.Status.ABSENT;
        Sitting sitting = new Sitting("demonstration-exam-" + learnerId, new ExamClock(startsAt, Session.TEST, List.of()), false, List.of(),
                List.of(), Optional.of(endedAt));
        return new Candidate(session.sessionId(), learnerId, 1,
                Optional.of(new Candidate.Enrolment(student.studentId(), student.className().orElseThrow())), 0, session.createdAt(),
                Optional.empty(), Optional.empty(), came ? Optional.of(sitting) : Optional.empty(),
                new Progress(result.answered(), came, Optional.empty(), 0, Optional.empty(), Optional.empty()), Optional.of(result));
    }

    private Result result(int i, int of, Ability ability, Instant startsAt) {
        if (i == of - 1) return refused(Result.Status.ABSENT, "absent", 0, Result.Verdict.CANCELLED, startsAt);
        if (i == of - 2) return refused(Result.Status.REJECTED, "lack-of-answers", LAST_ANSWERS, Result.Verdict.REJECTED, startsAt);
        return new Result(Result.Status.SCORED, Optional.empty(), Form.certification().maximum(), ability.sites(), List.of(),
                publication(Result.Verdict.CERTIFIED, Optional.empty(), startsAt), Optional.empty());
    }

    private Result refused(Result.Status status, String code, int answered, Result.Verdict verdict, Instant startsAt) {
        return new Result(status, Optional.of(code), answered, Sites.none(), List.of(),
                publication(verdict, Optional.of(code), startsAt), Optional.empty());
    }

    private static Optional<Result.Publication> publication(Result.Verdict verdict, Optional<String> code, Instant startsAt) {
        return Optional.of(new Result.Publication(verdict, code, Optional.empty(), startsAt.plus(PUBLISHED_AFTER), Event.SCHEDULE));
    }

    private Event event(Session session, String kind, Instant at) {
        return new Event(session.sessionId(), at, kind, head, Optional.empty(), Map.of());
    }
}
