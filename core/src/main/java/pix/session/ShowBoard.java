package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import pix.learner.Learner;
import pix.learner.Learners;

/** The candidates of a session with their names, those in most need of the invigilator first. */
public final class ShowBoard {

    /** @param people by {@code learnerId}; who erased their account is not among them */
    public record Board(Session session, Instant now, List<Candidate> candidates, Map<String, Learner> people) {}

    private final Candidates candidates;
    private final Learners learners;
    private final InstantSource clock;

    public ShowBoard(Candidates candidates, Learners learners, InstantSource clock) {
        this.candidates = candidates;
        this.learners = learners;
        this.clock = clock;
    }

    public Board show(Session session) {
        Instant now = clock.instant();
        List<Candidate> all = candidates.all(session.sessionId());
        Map<String, Learner> people = learners.findAll(all.stream().map(Candidate::learnerId).toList());
        Comparator<Candidate> need = Comparator.comparingInt(urgency(session, now));
        return new Board(session, now, all.stream().sorted(need.thenComparing(name(people))).toList(), people);
    }

    /** By family name, then given name; the alphabetical list. */
    public static Comparator<Candidate> name(Map<String, Learner> people) {
        java.text.Collator french = java.text.Collator.getInstance(java.util.Locale.FRENCH);
        return Comparator.comparing((Candidate c) -> name(people.get(c.learnerId())), french::compare)
                .thenComparing(Candidate::learnerId);
    }

    private static String name(Learner learner) {
        return learner == null ? "" : learner.familyName() + " " + learner.givenName();
    }

    /** 0 is most in need. */
    private static ToIntFunction<Candidate> urgency(Session session, Instant now) {
        return candidate -> {
            if (candidate.sitting().flatMap(Sitting::openAlert).isPresent()) return 0;
            if (session.state().alive() && candidate.waitingDevice().isPresent()) return 1;
            return switch (candidate.state(session, now)) {
                case STARTED -> candidate.progress().awaySince().isPresent() || candidate.silent(session, now) ? 2 : 4;
                case PAUSED -> 3;
                case TIME_OVER -> 5;
                case WAITING, ADMITTED -> 6;
                case BOOKED -> 7;
                case COMPLETED, ENDED -> 8;
            };
        };
    }
}
