package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import pix.Page;
import pix.session.Result.Publication;
import pix.session.Result.Verdict;

/**
 * Results become public: by the schedule where nothing needs a jury, by the operator everywhere else. May be cut off
 * anywhere and done again: each candidate's result is published once, and handed over at least once.
 */
public final class PublishSession {

    /** What the jury decides otherwise. @param reason the candidate reads it */
    public record Decision(Choice choice, String reason) {}

    public enum Choice {
        PUBLISH("publish"),
        REJECT("reject"),
        CANCEL("cancel");

        private final String code;

        Choice(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Choice> ofCode(String code) {
            return java.util.Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
        }
    }

    /**
     * What a run of the schedule did.
     *
     * @param published sessions
     * @param failed sessions that wait for the next run
     * @param finished whether nothing was left for want of time
     */
    public record Report(int published, int failed, boolean finished) {}

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Candidates candidates;
    private final CandidateChange change;
    private final ScoreSession scoring;
    private final HandOver handOver;
    private final InstantSource clock;

    public PublishSession(
            Sessions sessions, Candidates candidates, ScoreSession scoring, HandOver handOver, InstantSource clock) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.change = new CandidateChange(candidates);
        this.scoring = scoring;
        this.handOver = handOver;
        this.clock = clock;
    }

    /**
     * Publishes what is due, and scores what a failure left unscored: the sessions of a page side by side, until none is
     * left or the time is up. What is left is taken up by the next run.
     *
     * @param until when to start no other session
     * @param workers runs a task for each session of a page
     * @param failures is told of each failure, from any worker
     */
    public Report publishDue(Instant until, Executor workers, Consumer<RuntimeException> failures) {
        Sweep sweep = new Sweep(sessions, clock, until, workers, failures);
        sweep.over(JuryState.SCORING, session -> true, session -> scoring.score(session, Event.SCHEDULE));
        int published = sweep.over(JuryState.READY, this::due, session -> publish(session, Map.of(), Event.SCHEDULE));
        return new Report(published, sweep.failed(), sweep.finished());
    }

    private boolean due(Session session) {
        return session.finalisation().orElseThrow().publishFrom().filter(from -> !from.isAfter(clock.instant())).isPresent();
    }

    /**
     * Publishes a finalised session, or changes results of a published one.
     *
     * @param decisions by candidate; the others are published as they are scored, or stay as they are published
     * @return the session as it is then; empty where it is not finalised
     */
    public Optional<Session> publish(Session session, Map<String, Decision> decisions, String by) {
        if (session.finalisation().isEmpty()) return Optional.empty();
        Session scored = scoring.score(session, by);
        for (Candidate candidate : candidates.all(session.sessionId())) {
            publish(candidate, Optional.ofNullable(decisions.get(candidate.learnerId())), by);
        }
        List<Candidate> published = candidates.all(session.sessionId());
        published.forEach(candidate -> handOver(scored, candidate));
        return Optional.of(done(scored, by));
    }

    /** Only a jury takes back: what the score alone refuses was never handed over. */
    private void handOver(Session session, Candidate candidate) {
        Result result = candidate.result().orElseThrow();
        Publication publication = result.publication().orElseThrow();
        if (publication.verdict() == Verdict.CERTIFIED) handOver.certified(session, candidate, result);
        else if (result.status() == Result.Status.SCORED) handOver.withdrawn(session, candidate, publication);
    }

    private void publish(Candidate candidate, Optional<Decision> decision, String by) {
        change.apply(candidate.sessionId(), candidate.learnerId(), current -> {
            Result result = current.result().orElseThrow();
            Instant now = clock.instant();
            Publication next = decision.map(d -> decided(result, d, now, by)).orElseGet(() -> result.asScored(now, by));
            boolean stays = result.publication().isPresent() && (decision.isEmpty() || same(result, next));
            if (stays) return CandidateChange.stay(current);
            Event event = Event.about(current, "published", now, by).with("verdict", next.verdict().code());
            Event why = next.reason().map(reason -> event.with("reason", reason)).orElse(event);
            return CandidateChange.go(current.with(result.published(next)), why, current);
        });
    }

    private static boolean same(Result result, Publication next) {
        Publication before = result.publication().orElseThrow();
        boolean openAppeal = result.appeal().filter(Result.Appeal::open).isPresent();
        return !openAppeal && before.verdict() == next.verdict() && before.reason().equals(next.reason());
    }

    private static Publication decided(Result result, Decision decision, Instant now, String by) {
        Optional<String> reason = Optional.of(decision.reason()).filter(r -> !r.isBlank());
        Optional<String> jury = Optional.of("jury");
        return switch (decision.choice()) {
            case REJECT -> new Publication(Verdict.REJECTED, jury, reason, now, by);
            case CANCEL -> new Publication(Verdict.CANCELLED, jury, reason, now, by);
            case PUBLISH -> {
                Publication scored = result.asScored(now, by);
                yield new Publication(scored.verdict(), scored.code(), reason, now, by);
            }
        };
    }

    private Session done(Session session, String by) {
        Session current = session;
        for (int i = 0; i < TRIES; i++) {
            // Whoever appeals changes the session too: an appeal that comes in between is seen in the next round.
            boolean appealed = candidates.all(session.sessionId()).stream()
                    .anyMatch(c -> c.result().flatMap(Result::appeal).filter(Result.Appeal::open).isPresent());
            JuryState jury = appealed ? JuryState.APPEALED : JuryState.DONE;
            boolean already = current.state() == SessionState.PUBLISHED && current.finalisation().orElseThrow().jury() == jury;
            if (already) return current;
            Session after = current.published(clock.instant(), appealed);
            if (sessions.change(after, Event.of("published", session.sessionId(), clock.instant(), by))) return after;
            current = sessions.find(session.sessionId()).orElseThrow();
        }
        throw new IllegalStateException("a session kept changing");
    }
}
