package pix.functions.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pix.assessment.Examiner;
import pix.assessment.Profiles;
import pix.audit.AuditTrail;
import pix.bank.pack.PackedBank;
import pix.certificate.CertificateCode;
import pix.certificate.Certificates;
import pix.certificate.PublishedResults;
import pix.certificate.RevokeCertificate;
import pix.certificate.WithdrawResult;
import pix.http.Tokens;
import pix.learner.Learners;
import pix.organisation.CreateOrganisation;
import pix.organisation.Organisations;
import pix.organisation.Roster;
import pix.platform.Ids;
import pix.platform.Platform;
import pix.session.AppealResult;
import pix.session.BookSeat;
import pix.session.CertificateHandOver;
import pix.session.EnrolCandidates;
import pix.session.EnterSession;
import pix.session.FinaliseSession;
import pix.session.GiveMinutes;
import pix.session.HandOver;
import pix.session.PlanSession;
import pix.session.PublishSession;
import pix.session.ReportProblem;
import pix.session.ScoreSession;
import pix.session.ShowBoard;
import pix.session.Supervise;
import pix.store.DynamoAssessments;
import pix.store.DynamoAuditTrail;
import pix.store.DynamoCalibrations;
import pix.store.DynamoCandidates;
import pix.store.DynamoCertificates;
import pix.store.DynamoEntryLimit;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoProfiles;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoRoster;
import pix.store.DynamoSeats;
import pix.store.DynamoSessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers of this module are made of. */
final class Wiring {
    private static final Duration USUAL_DELAY = Duration.ofHours(24);
    private static final int ACCESS_CODE_LENGTH = 6;
    /** Letters and digits that nobody takes for one another. */
    private static final String ACCESS_CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private final DynamoDbClient dynamo;
    private final UnaryOperator<String> tables;
    private final InstantSource clock;
    private final Supplier<Examiner> examiner;
    private final Duration publicationDelay;
    private final Tokens tokens;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param tables from the name of a table in the design to its name here
     * @param tokens who calls an open route
     * @param publicationDelay between the end of a session and its publication where nothing needs a jury
     */
    Wiring(
            DynamoDbClient dynamo,
            UnaryOperator<String> tables,
            InstantSource clock,
            Supplier<Examiner> examiner,
            Duration publicationDelay,
            Tokens tokens) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.clock = clock;
        this.examiner = examiner;
        this.publicationDelay = publicationDelay;
        this.tokens = tokens;
    }

    static Wiring ofPlatform() {
        Platform platform = Platform.current();
        return new Wiring(platform.dynamo(), platform::table, platform.clock(), () -> OneExaminer.EXAMINER,
                platform.setting("PUBLICATION_DELAY").map(Duration::parse).orElse(USUAL_DELAY), platform.tokens());
    }

    /** Made once a process, where a handler asks questions: the bank is the largest thing a function loads. */
    private static final class OneExaminer {
        private static final Examiner EXAMINER = new Examiner(PackedBank.load(),
                new DynamoCalibrations(Platform.current().dynamo(), Platform.current().table("Calibrations")));
    }

    InstantSource clock() {
        return clock;
    }

    Tokens tokens() {
        return tokens;
    }

    Organisations organisations() {
        return new DynamoOrganisations(dynamo, tables.apply("Organisations"));
    }

    AuditTrail auditTrail() {
        return new DynamoAuditTrail(dynamo, tables.apply("Organisations"));
    }

    Learners learners() {
        return new DynamoLearners(dynamo, tables.apply("Learners"));
    }

    Profiles profiles() {
        return new DynamoProfiles(dynamo, tables.apply("Learners"));
    }

    DynamoAssessments assessments() {
        return new DynamoAssessments(dynamo, tables.apply("Assessments"), tables.apply("Learners"));
    }

    DynamoSessions sessions() {
        return new DynamoSessions(dynamo, tables.apply("Sessions"));
    }

    DynamoSeats seats() {
        return new DynamoSeats(dynamo, tables.apply("Sessions"));
    }

    DynamoCandidates candidates() {
        return new DynamoCandidates(dynamo, tables.apply("Sessions"), assessments());
    }

    Roster roster() {
        return new DynamoRoster(dynamo, tables.apply("Organisations"));
    }

    Access access() {
        return new Access(organisations(), sessions());
    }

    CreateOrganisation createOrganisation() {
        return new CreateOrganisation(organisations(), clock, () -> Ids.draw(random));
    }

    PlanSession planSession() {
        return new PlanSession(sessions(), candidates(), organisations(), learners(), clock, () -> Ids.draw(random), this::accessCode);
    }

    BookSeat bookSeat() {
        return new BookSeat(sessions(), seats(), candidates(), profiles(), clock);
    }

    EnrolCandidates enrolCandidates() {
        return new EnrolCandidates(sessions(), seats(), candidates(), roster(), clock);
    }

    EnterSession enterSession() {
        return new EnterSession(sessions(), candidates(), new DynamoEntryLimit(dynamo, tables.apply("Sessions"), clock), profiles(), clock);
    }

    Supervise supervise() {
        return new Supervise(sessions(), candidates(), assessments(), examiner, clock);
    }

    GiveMinutes giveMinutes() {
        return new GiveMinutes(candidates(), clock);
    }

    ReportProblem reportProblem() {
        return new ReportProblem(assessments(), candidates(), clock);
    }

    ShowBoard showBoard() {
        return new ShowBoard(candidates(), learners(), clock);
    }

    private ScoreSession scoreSession() {
        return new ScoreSession(sessions(), candidates(), assessments(), examiner.get(), clock, publicationDelay);
    }

    FinaliseSession finaliseSession() {
        return new FinaliseSession(sessions(), candidates(), assessments(), scoreSession(), clock);
    }

    PublishSession publishSession() {
        return new PublishSession(sessions(), candidates(), scoreSession(), handOver(), clock);
    }

    AppealResult appealResult() {
        return new AppealResult(sessions(), candidates(), clock);
    }

    /** Certificates may be issued at once: the delay lies before publication. */
    private HandOver handOver() {
        PublishedResults results = new DynamoPublishedResults(dynamo, tables.apply("Certificates"), () -> CertificateCode.draw(random));
        Certificates certificates = new DynamoCertificates(dynamo, tables.apply("Certificates"));
        WithdrawResult withdraw = new WithdrawResult(results, certificates, new RevokeCertificate(certificates, clock));
        return new CertificateHandOver(results, withdraw, learners(), organisations(), roster(), Duration.ZERO);
    }

    private String accessCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < ACCESS_CODE_LENGTH; i++) {
            code.append(ACCESS_CODE_LETTERS.charAt(random.nextInt(ACCESS_CODE_LETTERS.length())));
        }
        return code.toString();
    }
}
