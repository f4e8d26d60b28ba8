package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A candidate's time. It runs from the first question, stands still in every pause, and is over when it has run as long
 * as allowed. Only the server's time counts. Immutable.
 *
 * @param allowed the time of the test with the candidate's extra time and what was given back
 * @param pauses in order; only the last may still last
 */
public record ExamClock(Instant startedAt, Duration allowed, List<Pause> pauses) {

    /** An answer sent in the last moment may be on its way that long. */
    static final Duration GRACE = Duration.ofSeconds(5);

    /** @param to empty while it lasts */
    public record Pause(Instant from, Optional<Instant> to) {
        Duration within(Instant since, Instant until) {
            Instant start = from.isBefore(since) ? since : from;
            Instant end = to.filter(t -> t.isBefore(until)).orElse(until);
            return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
        }
    }

    public ExamClock {
        pauses = List.copyOf(pauses);
    }

    static ExamClock started(Instant now, int extraTimePercent) {
        return new ExamClock(now, Session.TEST.multipliedBy(100L + extraTimePercent).dividedBy(100), List.of());
    }

    public boolean paused() {
        return !pauses.isEmpty() && pauses.getLast().to().isEmpty();
    }

    /** Stands still from now on; nothing changes where it does already. */
    ExamClock paused(Instant now) {
        if (paused()) return this;
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(now, Optional.empty()));
        return new ExamClock(startedAt, allowed, more);
    }

    /** Runs from now on; nothing changes where it does already. */
    ExamClock resumed(Instant now) {
        if (!paused()) return this;
        List<Pause> ended = new ArrayList<>(pauses);
        ended.add(new Pause(ended.removeLast().from(), Optional.of(now)));
        return new ExamClock(startedAt, allowed, ended);
    }

    /** Is allowed more; where it was over, the time since then does not count. */
    ExamClock given(Duration more, Instant now) {
        List<Pause> held = new ArrayList<>(pauses);
        Instant end = endsAt(now);
        if (now.isAfter(end)) held.add(new Pause(end, Optional.of(now)));
        return new ExamClock(startedAt, allowed.plus(more), held);
    }

    /** How long it stood still since then. */
    Duration heldSince(Instant since, Instant now) {
        return pauses.stream().map(p -> p.within(since, now)).reduce(Duration.ZERO, Duration::plus);
    }

    /** What is left, never less than nothing. */
    public Duration remaining(Instant now) {
        Duration run = Duration.between(startedAt, now).minus(heldSince(startedAt, now));
        Duration left = allowed.minus(run);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** When it is over if nothing stops it from now on. */
    public Instant endsAt(Instant now) {
        return startedAt.plus(allowed).plus(heldSince(startedAt, now));
    }

    /** Whether an answer comes too late, the grace for the network included. */
    boolean over(Instant now) {
        return now.isAfter(endsAt(now).plus(GRACE));
    }
}
