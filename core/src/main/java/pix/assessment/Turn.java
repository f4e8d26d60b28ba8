package pix.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import pix.ability.Sites;

/**
 * Where an assessment stands after {@code sequence} answers. Turn 0 is its start; turn n holds the n-th answer, what is
 * known after it, and the question asked next. Each turn holds everything the next one is made from.
 *
 * @param answered the answer that made this turn, empty for turn 0
 * @param sites what is known now
 * @param seen items met before this assessment
 * @param asked keys of the items asked in this assessment, in order, the pending one last
 * @param withdrawn keys of the items asked that do not count
 * @param askedAt when the pending question was asked, empty where the assessment is completed
 */
public record Turn(
        Terms terms,
        int sequence,
        Optional<Answered> answered,
        Sites sites,
        SeenItems seen,
        int[] asked,
        int[] withdrawn,
        Optional<Instant> askedAt) {

    public Turn {
        if ((sequence == 0) == answered.isPresent()) throw new IllegalArgumentException("every turn but the first holds an answer");
        if (asked.length != sequence + (askedAt.isPresent() ? 1 : 0)) {
            throw new IllegalArgumentException("after " + sequence + " answers " + asked.length + " items were asked");
        }
        asked = asked.clone();
        withdrawn = withdrawn.clone();
    }

    /** Where every question counts. */
    public Turn(
            Terms terms,
            int sequence,
            Optional<Answered> answered,
            Sites sites,
            SeenItems seen,
            int[] asked,
            Optional<Instant> askedAt) {
        this(terms, sequence, answered, sites, seen, asked, new int[0], askedAt);
    }

    public boolean completed() {
        return askedAt.isEmpty();
    }

    /** Whether its answer says something about the person: a late one of a practice does not, nor one that was taken back. */
    boolean countsForAbility() {
        return answered.filter(a -> counts(terms, a.verdict())).isPresent();
    }

    static boolean counts(Terms terms, Verdict verdict) {
        return switch (verdict) {
            case CORRECT, PARTIAL, INCORRECT, SKIPPED -> true;
            case LATE -> !terms.kind().practice();
            case WITHDRAWN -> false;
        };
    }

    /** The key of the question that waits for an answer; only where there is one. */
    public int pendingKey() {
        if (completed()) throw new IllegalStateException("a completed assessment has no pending question");
        return asked[sequence];
    }

    /** The keys of the items whose answers count. */
    public int[] answeredKeys() {
        int[] answered = Arrays.copyOf(asked, sequence);
        return withdrawn.length == 0 ? answered : without(withdrawn, answered);
    }

    static int[] without(int[] some, int[] keys) {
        return Arrays.stream(keys).filter(key -> Arrays.stream(some).noneMatch(s -> s == key)).toArray();
    }

    /** How many answers count. */
    public int answers() {
        return sequence - withdrawn.length;
    }

    @Override
    public int[] asked() {
        return asked.clone();
    }

    @Override
    public int[] withdrawn() {
        return withdrawn.clone();
    }

    /**
     * Until when an answer to a question with a time limit counts. Practice allows for reading the correction of the
     * question before, an exam for the network and for the time its clock stood still.
     *
     * @param held how long the clock stood still since the question was asked
     */
    public Instant answerBefore(int timeLimitSeconds, Duration held) {
        Duration grace = terms.kind().practice() ? Duration.ofMinutes(2) : Duration.ofSeconds(5);
        return askedAt.orElseThrow().plusSeconds(timeLimitSeconds).plus(grace).plus(held);
    }
}
