package pix.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pix.ability.Observation;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.assessment.Verdict;

/**
 * What comes of a candidate's answers. Everybody starts from the same prior, and all answers that count are weighed
 * together, so that their order does not matter.
 *
 * <ul>
 *   <li>Never started: absent.
 *   <li>Fewer than {@value #LEAST} answers: rejected, or cancelled where a failure ended the test.
 *   <li>{@value #LEAST} and more, ended by the candidate or by time: scored as if the rest had been skipped, so that
 *       stopping early is never better than saying "I do not know".
 *   <li>{@value #LEAST} and more, ended by a failure: scored from the answers there are.
 * </ul>
 *
 * Questions the invigilator replaced never count.
 */
final class Scoring {
    /** The fewest answers that make a score. */
    static final int LEAST = 20;

    private final Examiner examiner;

    Scoring(Examiner examiner) {
        this.examiner = examiner;
    }

    static Result absent() {
        return Result.without(Result.Status.ABSENT, "absent", 0);
    }

    /**
     * @param turns all turns of a test that is over
     * @param reason why it was not completed, empty where it was
     */
    Result score(List<Turn> turns, Set<Integer> replaced, Optional<NotFinished> reason) {
        List<Observation> observations = counted(turns, replaced);
        int answers = observations.size();
        boolean technical = reason.filter(r -> r == NotFinished.TECHNICAL).isPresent();
        if (answers < LEAST) {
            return technical
                    ? Result.without(Result.Status.CANCELLED, "technical", answers)
                    : Result.without(Result.Status.REJECTED, "lack-of-answers", answers);
        }
        if (technical) return Result.scored(answers, examiner.weigh(observations));
        List<Observation> all = new ArrayList<>(observations);
        open(turns).ifPresent(turn -> all.addAll(examiner.observations(examiner.skippingTheRest(turn))));
        return Result.scored(answers, examiner.weigh(all));
    }

    /** The answers that count. */
    List<Observation> counted(List<Turn> turns, Set<Integer> replaced) {
        return examiner.observations(turns.stream().filter(t -> !replaced.contains(t.sequence())).toList());
    }

    /** The turn whose question was left open when the session ended. */
    private static Optional<Turn> open(List<Turn> turns) {
        Turn last = turns.getLast();
        boolean cut = last.completed() && last.answered().filter(a -> a.verdict() == Verdict.WITHDRAWN).isPresent();
        return cut ? Optional.of(turns.get(turns.size() - 2)) : Optional.empty();
    }
}
