package pix.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a session ended.
 *
 * @param by the {@code learnerId} of who ended it
 * @param notFinished the reason for each started test that was not completed
 * @param publishFrom when the schedule may publish, empty until everything is scored
 */
public record Finalisation(
        Instant at,
        String by,
        List<Incident> incidents,
        Map<String, NotFinished> notFinished,
        JuryState jury,
        Optional<Instant> publishFrom,
        Optional<Instant> publishedAt) {

    public Finalisation {
        incidents = List.copyOf(incidents);
        notFinished = Map.copyOf(notFinished);
    }

    static Finalisation begun(Instant at, String by, List<Incident> incidents, Map<String, NotFinished> notFinished) {
        return new Finalisation(at, by, incidents, notFinished, JuryState.SCORING, Optional.empty(), Optional.empty());
    }

    Finalisation scored(boolean toReview, Instant from) {
        return new Finalisation(at, by, incidents, notFinished, toReview ? JuryState.WAITING : JuryState.READY,
                Optional.of(from), publishedAt);
    }

    Finalisation published(Instant when) {
        return new Finalisation(at, by, incidents, notFinished, JuryState.DONE, publishFrom, Optional.of(publishedAt.orElse(when)));
    }

    Finalisation appealed() {
        return new Finalisation(at, by, incidents, notFinished, JuryState.APPEALED, publishFrom, publishedAt);
    }
}
