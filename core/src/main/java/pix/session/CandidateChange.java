package pix.session;

import java.util.Optional;
import java.util.function.Function;
import pix.assessment.Turn;

/** Changes a candidate by a rule, and again by what is there then where somebody else was faster. */
final class CandidateChange {
    private static final int TRIES = 10;

    private final Candidates candidates;

    CandidateChange(Candidates candidates) {
        this.candidates = candidates;
    }

    /** What a rule makes of a candidate. @param <R> what the caller is told */
    sealed interface Step<R> {
        record Stay<R>(R outcome) implements Step<R> {}

        record Go<R>(Candidate after, Optional<Turn> turn, Event event, R outcome) implements Step<R> {}
    }

    static <R> Step<R> stay(R outcome) {
        return new Step.Stay<>(outcome);
    }

    static <R> Step<R> go(Candidate after, Event event, R outcome) {
        return new Step.Go<>(after, Optional.empty(), event, outcome);
    }

    static <R> Step<R> go(Candidate after, Turn turn, Event event, R outcome) {
        return new Step.Go<>(after, Optional.of(turn), event, outcome);
    }

    /** @return what the rule says, empty where there is no such candidate */
    <R> Optional<R> apply(String sessionId, String learnerId, Function<Candidate, Step<R>> rule) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Candidate> found = candidates.find(sessionId, learnerId);
            if (found.isEmpty()) return Optional.empty();
            switch (rule.apply(found.get())) {
                case Step.Stay<R>(R outcome) -> {
                    return Optional.of(outcome);
                }
                case Step.Go<R>(Candidate after, var turn, Event event, R outcome) -> {
                    boolean kept = turn.isPresent()
                            ? candidates.change(after, turn.get(), event)
                            : candidates.change(after, event);
                    if (kept) return Optional.of(outcome);
                }
            }
        }
        throw new IllegalStateException("a candidate kept changing");
    }
}
