package pix.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pix.ability.Ability;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.ability.Sites;

/**
 * What came of a candidate's test, and what was published of it.
 *
 * @param code why it is not scored, or scored and not enough: {@code absent}, {@code technical},
 *     {@code lack-of-answers}, {@code level-not-reached}
 * @param answered how many answers count
 * @param sites what the answers say of the abilities, none where it is not scored
 */
public record Result(
        Status status,
        Optional<String> code,
        int answered,
        Sites sites,
        List<Flag> flags,
        Optional<Publication> publication,
        Optional<Appeal> appeal) {

    public enum Status {
        SCORED("scored"),
        REJECTED("rejected"),
        /** May sit again. */
        CANCELLED("cancelled"),
        ABSENT("absent");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Status> ofCode(String code) {
            return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
        }
    }

    /** What the candidate is told. */
    public enum Verdict {
        CERTIFIED("certified"),
        REJECTED("rejected"),
        CANCELLED("cancelled");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Verdict> ofCode(String code) {
            return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
        }
    }

    /**
     * A reason to look, never a verdict.
     *
     * @param measure how much of it there was
     */
    public record Flag(String code, double measure) {}

    /** @param reason the jury's own words, empty where the result speaks for itself */
    public record Publication(Verdict verdict, Optional<String> code, Optional<String> reason, Instant at, String by) {}

    /** @param open until the operator decides */
    public record Appeal(String text, Instant at, boolean open) {}

    public Result {
        flags = List.copyOf(flags);
    }

    static Result without(Status status, String code, int answered) {
        return new Result(status, Optional.of(code), answered, Sites.none(), List.of(), Optional.empty(), Optional.empty());
    }

    static Result scored(int answered, Ability ability) {
        boolean reached = Levels.global(Levels.totalPix(ability)) >= 1;
        return new Result(reached ? Status.SCORED : Status.REJECTED,
                reached ? Optional.empty() : Optional.of("level-not-reached"), answered, ability.sites(), List.of(),
                Optional.empty(), Optional.empty());
    }

    /** Whether answers were enough to be scored. */
    public boolean measured() {
        return !sites.equals(Sites.none());
    }

    public Ability ability() {
        return Ability.of(Prior.standard(), sites);
    }

    public int pix() {
        return Levels.totalPix(ability());
    }

    Result flagged(List<Flag> with) {
        return new Result(status, code, answered, sites, with, publication, appeal);
    }

    Result published(Publication what) {
        return new Result(status, code, answered, sites, flags, Optional.of(what),
                appeal.map(a -> new Appeal(a.text(), a.at(), false)));
    }

    Result appealed(String text, Instant at) {
        return new Result(status, code, answered, sites, flags, publication, Optional.of(new Appeal(text, at, true)));
    }

    Result withoutWords() {
        return new Result(status, code, answered, sites, flags, publication, appeal.map(a -> new Appeal("", a.at(), a.open())));
    }

    /** What is published where the jury does not say otherwise. */
    Publication asScored(Instant at, String by) {
        Verdict verdict = switch (status) {
            case SCORED -> Verdict.CERTIFIED;
            case REJECTED -> Verdict.REJECTED;
            case CANCELLED, ABSENT -> Verdict.CANCELLED;
        };
        return new Publication(verdict, code, Optional.empty(), at, by);
    }

    /** Whether the candidate may ask the jury to look again: once, where something was refused. */
    public boolean mayAppeal() {
        return publication.filter(p -> p.verdict() != Verdict.CERTIFIED).isPresent()
                && appeal.isEmpty()
                && status != Status.ABSENT;
    }
}
