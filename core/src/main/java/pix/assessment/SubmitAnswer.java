package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pix.assessment.Supervision.Standing;
import pix.bank.Correction;
import pix.bank.Item;
import pix.bank.Response;

/**
 * A learner answers the pending question. The condition that no turn with this sequence exists yet is all the locking
 * there is: it makes a repeated answer harmless, keeps the order, and lets exactly one of two writers win.
 */
public final class SubmitAnswer {

    /** @param device what the caller's device calls itself, empty where it says nothing */
    public record Command(
            String learnerId, String assessmentId, int sequence, String itemId, Response response, String device) {}

    public sealed interface Outcome {
        /**
         * The answer counts, or counted already when the very same was sent before.
         *
         * @param turn the turn the answer made
         * @param correction in practice only
         * @param profile the profile after the last answer of a practice
         */
        record Accepted(Turn turn, Optional<Correction> correction, Optional<Profile> profile) implements Outcome {}

        /** The question has another answer already. */
        record AlreadyAnswered() implements Outcome {}

        /** Not the question that waits; {@code turn} has the one that does. */
        record OutOfSequence(Turn turn) implements Outcome {}

        record Completed() implements Outcome {}

        /** A certification that takes no answer now. */
        record Refused(Supervision.Standing standing) implements Outcome {}

        /** No such assessment of this person. */
        record Unknown() implements Outcome {}
    }

    private static final int TRIES = 10;

    private final Profiles profiles;
    private final Assessments assessments;
    private final Supervision supervision;
    private final Examiner examiner;
    private final InstantSource clock;

    public SubmitAnswer(
            Profiles profiles,
            Assessments assessments,
            Supervision supervision,
            Examiner examiner,
            InstantSource clock) {
        this.profiles = profiles;
        this.assessments = assessments;
        this.supervision = supervision;
        this.examiner = examiner;
        this.clock = clock;
    }

    public Outcome submit(Command command) {
        Optional<Turn> found = assessments.last(command.assessmentId())
                .filter(turn -> turn.terms().learnerId().equals(command.learnerId()));
        if (found.isEmpty()) return new Outcome.Unknown();
        Turn last = found.get();
        if (command.sequence() <= last.sequence()) return repeated(command);
        if (last.completed()) return new Outcome.Completed();
        boolean pending = command.sequence() == last.sequence() + 1
                && command.itemId().equals(examiner.item(last.pendingKey()).id());
        if (!pending) return new Outcome.OutOfSequence(last);
        return last.terms().kind().practice() ? practised(last, command) : examined(last, command);
    }

    private Outcome practised(Turn last, Command command) {
        Turn next = examiner.answer(last, command.response(), clock.instant(), Duration.ZERO);
        return next.completed() ? complete(next, command) : append(next, command);
    }

    private Outcome examined(Turn last, Command command) {
        Instant now = clock.instant();
        return switch (supervision.standing(last.terms(), command.device(), last.askedAt().orElseThrow(), now)) {
            case Standing.Running(Instant endsAt, Duration held) -> {
                Turn next = examiner.answer(last, command.response(), now, held);
                Outcome outcome = append(next, command);
                if (outcome instanceof Outcome.Accepted(Turn kept, var c, var p)) supervision.progressed(kept);
                yield outcome;
            }
            case Standing refused -> new Outcome.Refused(refused);
        };
    }

    private Outcome append(Turn next, Command command) {
        return assessments.append(next) ? accepted(next, Optional.empty()) : repeated(command);
    }

    private Outcome complete(Turn last, Command command) {
        Turn first = assessments.turn(command.assessmentId(), 0).orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            Profile before = profiles.find(command.learnerId());
            // Whoever left meanwhile has no profile to add to.
            if (before.revision() == 0) return append(last, command);
            Profile after = before
                    .learntFrom(first, last, examiner.answersByCompetence(last), clock.instant())
                    .completed(last.terms());
            switch (assessments.complete(last, after)) {
                case COMPLETED -> {
                    return accepted(last, Optional.of(after));
                }
                case TURN_TAKEN -> {
                    return repeated(command);
                }
                case PROFILE_CHANGED -> {
                    // Another assessment was completed or started: add to what it left.
                }
            }
        }
        throw new IllegalStateException("a profile kept changing while an assessment was completed");
    }

    /** What to say to an answer that is not the first to its question. */
    private Outcome repeated(Command command) {
        Turn turn = assessments.turn(command.assessmentId(), command.sequence()).orElseThrow();
        Answered answered = turn.answered().orElseThrow();
        boolean same = examiner.item(answered.itemKey()).id().equals(command.itemId())
                && answered.response().equals(command.response())
                && answered.verdict() != Verdict.WITHDRAWN;
        if (!same) return new Outcome.AlreadyAnswered();
        boolean profile = turn.completed() && turn.terms().kind().practice();
        return accepted(turn, profile ? Optional.of(profiles.find(command.learnerId())) : Optional.empty());
    }

    private Outcome accepted(Turn turn, Optional<Profile> profile) {
        Terms terms = turn.terms();
        Item item = examiner.item(turn.answered().orElseThrow().itemKey());
        Optional<Correction> correction = terms.kind().practice()
                ? Optional.of(item.correction(terms.seed(), terms.locale()))
                : Optional.empty();
        return new Outcome.Accepted(turn, correction, profile);
    }
}
