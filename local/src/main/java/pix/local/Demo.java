package pix.local;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import pix.Language;
import pix.ability.Levels;
import pix.assessment.AssessmentKind;
import pix.assessment.Examiner;
import pix.assessment.Profiles;
import pix.assessment.StartAssessment;
import pix.assessment.SubmitAnswer;
import pix.assessment.Turn;
import pix.bank.Item;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.PublishedResult;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.RegisterLearner;
import pix.learner.Situation;
import pix.session.ExamRoom;
import pix.store.DynamoAssessments;
import pix.store.DynamoCandidates;
import pix.store.DynamoLearners;
import pix.store.DynamoProfiles;
import pix.store.DynamoPublishedResults;
import pix.store.DynamoSessions;

/** Accounts to try the service with. Seeding again changes nothing. */
final class Demo {
    private static final String PASSWORD = "demonstration-1";
    private static final long SEED = 20261123;

    private final LocalPlatform platform;
    private final DynamoLearners learners;

    private Demo(LocalPlatform platform) {
        this.platform = platform;
        this.learners = new DynamoLearners(platform.dynamo(), platform.table("Learners"));
    }

    /** Makes what is missing and says, line by line, who can sign in. */
    static List<String> seed(LocalPlatform platform) {
        Demo demo = new Demo(platform);
        Optional<String> lea = demo.register("lea.demo", "Léa", "Martin", LocalDate.of(2012, 3, 14), Situation.TROISIEME);
        demo.register("karim.demo", "Karim", "Benali", LocalDate.of(2009, 6, 2), Situation.TERMINALE)
                .ifPresent(learnerId -> {
                    demo.place(learnerId);
                    demo.publish(learnerId);
                });
        List<String> lines = new ArrayList<>(List.of(
                "lea.demo    / " + PASSWORD + "   a learner who has just arrived, of class 3A",
                "karim.demo  / " + PASSWORD + "   a learner with a profile and a certificate"));
        lines.addAll(DemoSessions.seed(platform, demo::register, PASSWORD, lea));
        return lines;
    }

    /** The learner's id; empty where somebody has changed the account since, which is then left alone. */
    private Optional<String> register(String username, String givenName, String familyName, LocalDate birthDate, Situation situation) {
        RegisterLearner register = new RegisterLearner(platform.accounts(), learners, platform.clock());
        return switch (register.register(new RegisterLearner.Command(
                username, PASSWORD, givenName, familyName, birthDate, situation, Language.FR))) {
            case RegisterLearner.Outcome.Registered(String learnerId) -> Optional.of(learnerId);
            case RegisterLearner.Outcome.UsernameTaken() -> Optional.empty();
        };
    }

    /** A placement answered by somebody of middling skills, better at some things than at others. */
    private void place(String learnerId) {
        Profiles profiles = new DynamoProfiles(platform.dynamo(), platform.table("Learners"));
        if (profiles.find(learnerId).revision() > 0) return;
        DynamoAssessments assessments =
                new DynamoAssessments(platform.dynamo(), platform.table("Assessments"), platform.table("Learners"));
        Examiner examiner = new Examiner(PackedBank.load());
        ExamRoom room = new ExamRoom(new DynamoSessions(platform.dynamo(), platform.table("Sessions")),
                new DynamoCandidates(platform.dynamo(), platform.table("Sessions"), assessments));
        StartAssessment start = new StartAssessment(learners, profiles, assessments, room, examiner, platform.clock(),
                new Random(SEED), () -> UUID.randomUUID().toString());
        SubmitAnswer submit = new SubmitAnswer(profiles, assessments, room, examiner, platform.clock());
        SplittableRandom luck = new SplittableRandom(SEED);
        StartAssessment.Outcome begun = start.start(StartAssessment.Command.practice(
                learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Language.FR));
        if (!(begun instanceof StartAssessment.Outcome.Started(Turn turn))) return;
        while (!turn.completed()) {
            Item item = examiner.item(turn.pendingKey());
            boolean knows = luck.nextDouble() < Examiner.parameters(item).probability(skill(item.competence()));
            Response response = knows
                    ? item.rightResponse(turn.terms().seed(), turn.terms().locale())
                    : new Response.Skip();
            SubmitAnswer.Outcome outcome = submit.submit(new SubmitAnswer.Command(
                    learnerId, turn.terms().assessmentId(), turn.sequence() + 1, item.id(), response, ""));
            turn = ((SubmitAnswer.Outcome.Accepted) outcome).turn();
        }
    }

    /** A result of a session of last month, whose certificate the next sweep issues. */
    private void publish(String learnerId) {
        Learner learner = learners.find(learnerId).orElseThrow();
        List<Integer> pix = Arrays.stream(Competence.values()).map(c -> Levels.pix(skill(c))).toList();
        Instant now = platform.clock().instant();
        SecureRandom random = new SecureRandom();
        new DynamoPublishedResults(platform.dynamo(), platform.table("Certificates"), () -> CertificateCode.draw(random))
                .publish(new PublishedResult("demo-session", learnerId,
                        new Holder(learner.familyName(), learner.givenName(), learner.birthDate(), Optional.of("Marseille")),
                        Optional.empty(), Optional.empty(), learner.situation(), learner.locale(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(30), "Lycée Ada-Lovelace",
                        new CertifiedLevels(pix.stream().map(Levels::ofPix).toList(), pix), now, now));
    }

    private static double skill(Competence competence) {
        return Levels.cut(3 + competence.ordinal() * 5 % 4);
    }
}
