package pix.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pix.Language;
import pix.ability.Sites;
import pix.assessment.Supervision.Admission;
import pix.assessment.Supervision.Standing;
import pix.bank.Need;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Learners;

/**
 * A learner begins, or goes back to what they began: there is one open assessment a kind, in practice one a competence,
 * and one certification a session. A certification begins with the same prior for everybody.
 */
public final class StartAssessment {

    /**
     * @param sessionId where a certification is sat
     * @param device what the caller's device calls itself, empty where it says nothing
     */
    public record Command(
            String learnerId,
            AssessmentKind kind,
            Optional<Competence> competence,
            Language locale,
            Optional<String> sessionId,
            String device) {

        public static Command practice(String learnerId, AssessmentKind kind, Optional<Competence> competence, Language locale) {
            return new Command(learnerId, kind, competence, locale, Optional.empty(), "");
        }
    }

    public sealed interface Outcome {
        record Started(Turn turn) implements Outcome {}

        record Resumed(Turn turn) implements Outcome {}

        /** A certification takes place in a session, and nobody let this person in. */
        record NotAdmitted() implements Outcome {}

        /** A certification under way that cannot go on now. */
        record Refused(Supervision.Standing standing) implements Outcome {}

        record UnknownLearner() implements Outcome {}
    }

    /** Another device of the same person may be starting too; that many times in a row is no accident. */
    private static final int TRIES = 5;

    private final Learners learners;
    private final Profiles profiles;
    private final Assessments assessments;
    private final Supervision supervision;
    private final Examiner examiner;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<String> ids;

    public StartAssessment(
            Learners learners,
            Profiles profiles,
            Assessments assessments,
            Supervision supervision,
            Examiner examiner,
            InstantSource clock,
            RandomGenerator random,
            Supplier<String> ids) {
        this.learners = learners;
        this.profiles = profiles;
        this.assessments = assessments;
        this.supervision = supervision;
        this.examiner = examiner;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    public Outcome start(Command command) {
        Optional<Learner> learner = learners.find(command.learnerId());
        if (learner.isEmpty()) return new Outcome.UnknownLearner();
        return command.kind().practice() ? practice(command, learner.get()) : certification(command, learner.get());
    }

    private Outcome practice(Command command, Learner learner) {
        for (int i = 0; i < TRIES; i++) {
            Profile profile = profiles.find(command.learnerId());
            Optional<Turn> open = open(profile, command);
            if (open.isPresent()) return new Outcome.Resumed(open.get());
            Turn first = first(command, profile.sitesAt(clock.instant()), profile.seen(), learner.needs());
            switch (assessments.start(first, profile.opened(first.terms()))) {
                case STARTED -> {
                    return new Outcome.Started(first);
                }
                case UNKNOWN_LEARNER -> {
                    return new Outcome.UnknownLearner();
                }
                case PROFILE_CHANGED -> {
                    // Read it again: most likely the other device has just opened the same assessment.
                }
            }
        }
        throw new IllegalStateException("a profile kept changing while an assessment was started");
    }

    private Outcome certification(Command command, Learner learner) {
        for (int i = 0; i < TRIES; i++) {
            String sessionId = command.sessionId().orElseThrow();
            switch (supervision.admission(sessionId, learner.learnerId(), command.device(), clock.instant())) {
                case Admission.NotAdmitted() -> {
                    return new Outcome.NotAdmitted();
                }
                case Admission.OtherDevice() -> {
                    return new Outcome.Refused(new Standing.OtherDevice());
                }
                case Admission.Started(String assessmentId, Standing.Running running) -> {
                    return new Outcome.Resumed(assessments.last(assessmentId).orElseThrow());
                }
                case Admission.Started(String assessmentId, Standing standing) -> {
                    return new Outcome.Refused(standing);
                }
                case Admission.Ready() -> {
                    // What was practised tells nothing here but which questions to avoid.
                    SeenItems seen = profiles.find(learner.learnerId()).seen();
                    Turn first = first(command, Sites.none(), seen, learner.needs());
                    if (supervision.begin(first)) return new Outcome.Started(first);
                }
            }
        }
        throw new IllegalStateException("a candidate kept changing while a certification was started");
    }

    private Optional<Turn> open(Profile profile, Command command) {
        return Optional.ofNullable(profile.open().get(Terms.slot(command.kind(), command.competence())))
                .flatMap(assessments::last)
                .filter(turn -> !turn.completed());
    }

    private Turn first(Command command, Sites sites, SeenItems seen, Set<Need> needs) {
        Instant now = clock.instant();
        int exposure = command.kind().practice() ? 0 : examiner.newestVersion();
        Terms terms = new Terms(ids.get(), command.learnerId(), command.kind(), command.competence(),
                command.sessionId(), command.locale(), needs, random.nextLong(), examiner.bank().version(), examiner.activeVersion(),
                exposure, now);
        return examiner.turnTo(terms, 0, Optional.empty(), sites, seen, new int[0], new int[0], now);
    }
}
