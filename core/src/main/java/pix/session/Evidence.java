package pix.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pix.ability.Observation;
import pix.assessment.Answered;
import pix.assessment.Turn;
import pix.assessment.Verdict;

/**
 * What the jury's flags are drawn from.
 *
 * @param turns all turns of the test, in order
 * @param answers those that count, each as an observation
 */
record Evidence(Candidate candidate, List<Turn> turns, List<Observation> answers, Finalisation finalisation) {

    /** How long each answer took that is not a skip, the time the clock stood still left out. */
    List<Duration> times() {
        List<Duration> times = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++) {
            Answered answered = turns.get(i).answered().orElseThrow();
            if (answered.verdict() == Verdict.WITHDRAWN || answered.verdict() == Verdict.SKIPPED) continue;
            var asked = turns.get(i - 1).askedAt().orElseThrow();
            Duration held = candidate.sitting().orElseThrow().clock().heldSince(asked, answered.at());
            times.add(Duration.between(asked, answered.at()).minus(held));
        }
        return times;
    }
}
