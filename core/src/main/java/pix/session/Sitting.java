package pix.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A candidate's test under way. Its clock stands still while the invigilator holds it or a report waits for a decision.
 *
 * @param held whether the invigilator holds it
 * @param grants the minutes given back, in order
 * @param closedAt when the session's end closed it
 */
public record Sitting(
        String assessmentId,
        ExamClock clock,
        boolean held,
        List<Alert> alerts,
        List<Grant> grants,
        Optional<Instant> closedAt) {

    public Sitting {
        alerts = List.copyOf(alerts);
        grants = List.copyOf(grants);
    }

    static Sitting started(String assessmentId, Instant now, int extraTimePercent) {
        return new Sitting(assessmentId, ExamClock.started(now, extraTimePercent), false, List.of(), List.of(), Optional.empty());
    }

    public Optional<Alert> openAlert() {
        return alerts.stream().filter(Alert::open).findFirst();
    }

    public Optional<Alert> alert(int n) {
        return alerts.stream().filter(a -> a.n() == n).findFirst();
    }

    public int minutesGiven() {
        return grants.stream().mapToInt(Grant::minutes).sum();
    }

    boolean has(Grant grant) {
        return grants.stream().anyMatch(g -> g.grantId().equals(grant.grantId()));
    }

    /** The questions an invigilator took back. */
    Set<Integer> replaced() {
        return alerts.stream()
                .filter(a -> a.decided().filter(d -> d.decision() == Alert.Decision.REPLACE_QUESTION).isPresent())
                .map(Alert::sequence)
                .collect(Collectors.toUnmodifiableSet());
    }

    Sitting held(boolean hold, Instant now) {
        return new Sitting(assessmentId, clock, hold, alerts, grants, closedAt).ticking(now);
    }

    Sitting reported(Alert alert, Instant now) {
        List<Alert> more = new ArrayList<>(alerts);
        more.add(alert);
        return new Sitting(assessmentId, clock, held, more, grants, closedAt).ticking(now);
    }

    Sitting withoutWords() {
        return new Sitting(assessmentId, clock, held, alerts.stream().map(Alert::withoutText).toList(), grants, closedAt);
    }

    Sitting decided(int n, Alert.Decision decision, Instant now) {
        List<Alert> after = alerts.stream().map(a -> a.n() == n ? a.decided(decision, now) : a).toList();
        return new Sitting(assessmentId, clock, held, after, grants, closedAt).ticking(now);
    }

    Sitting given(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new Sitting(assessmentId, clock.given(grant.time(), grant.at()), held, alerts, more, closedAt);
    }

    Sitting closed(Instant now) {
        return new Sitting(assessmentId, clock.resumed(now), false, alerts, grants, Optional.of(closedAt.orElse(now)));
    }

    private Sitting ticking(Instant now) {
        boolean stop = held || openAlert().isPresent();
        return new Sitting(assessmentId, stop ? clock.paused(now) : clock.resumed(now), held, alerts, grants, closedAt);
    }
}
