package pix.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pix.Language;
import pix.bank.Need;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Learners;

/**
 * A learner begins, or goes back to what they began: there is one open assessment a kind, in practice one a competence.
 */
public final class StartAssessment {

    public record Command(String learnerId, AssessmentKind kind, Optional<Competence> competence, Language locale) {}

    public sealed interface Outcome {
        record Started(Turn turn) implements Outcome {}

        record Resumed(Turn turn) implements Outcome {}

        /** A certification takes place in a session, and nobody let this person in. */
        record NotAdmitted() implements Outcome {}

        record UnknownLearner() implements Outcome {}
    }

    /** Another device of the same person may be starting too; that many times in a row is no accident. */
    private static final int TRIES = 5;

    private final Learners learners;
    private final Profiles profiles;
    private final Assessments assessments;
    private final Examiner examiner;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<String> ids;

    public StartAssessment(
            Learners learners,
            Profiles profiles,
            Assessments assessments,
            Examiner examiner,
            InstantSource clock,
            RandomGenerator random,
            Supplier<String> ids) {
        this.learners = learners;
        this.profiles = profiles;
        this.assessments = assessments;
        this.examiner = examiner;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    public Outcome start(Command command) {
        if (!command.kind().practice()) return new Outcome.NotAdmitted();
        Optional<Learner> learner = learners.find(command.learnerId());
        if (learner.isEmpty()) return new Outcome.UnknownLearner();
        for (int i = 0; i < TRIES; i++) {
            Profile profile = profiles.find(command.learnerId());
            Optional<Turn> open = open(profile, command);
            if (open.isPresent()) return new Outcome.Resumed(open.get());
            Turn first = first(profile, command, learner.get().needs());
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

    private Optional<Turn> open(Profile profile, Command command) {
        return Optional.ofNullable(profile.open().get(Terms.slot(command.kind(), command.competence())))
                .flatMap(assessments::last)
                .filter(turn -> !turn.completed());
    }

    private Turn first(Profile profile, Command command, Set<Need> needs) {
        Instant now = clock.instant();
        Terms terms = new Terms(ids.get(), command.learnerId(), command.kind(), command.competence(), command.locale(),
                needs, random.nextLong(), examiner.bank().version(), now);
        return examiner.turnTo(terms, 0, Optional.empty(), profile.sitesAt(now), profile.seen(), new int[0], now);
    }
}
