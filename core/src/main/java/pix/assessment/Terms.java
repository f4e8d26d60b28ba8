package pix.assessment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pix.Language;
import pix.bank.Need;
import pix.framework.Competence;
import pix.selection.Form;

/**
 * What is fixed when an assessment starts.
 *
 * @param competence the one practised, present for {@link AssessmentKind#COMPETENCE} alone
 * @param sessionId the session it is sat in, present for {@link AssessmentKind#CERTIFICATION} alone
 * @param needs what its questions must not depend on
 * @param seed decides every tie, variant and shuffle
 * @param bankVersion the bank it was started with
 * @param calibration the version of the items' parameters it keeps to, see {@link pix.calibration.Version}; 0 is what authors think
 * @param exposure the version of the items' eligibilities it keeps to; 0 where every item may be asked
 */
public record Terms(
        String assessmentId,
        String learnerId,
        AssessmentKind kind,
        Optional<Competence> competence,
        Optional<String> sessionId,
        Language locale,
        Set<Need> needs,
        long seed,
        String bankVersion,
        int calibration,
        int exposure,
        Instant startedAt) {

    public Terms {
        if ((kind == AssessmentKind.COMPETENCE) != competence.isPresent()) {
            throw new IllegalArgumentException("practice, and nothing else, is in one competence");
        }
        if ((kind == AssessmentKind.CERTIFICATION) != sessionId.isPresent()) {
            throw new IllegalArgumentException("a certification, and nothing else, is sat in a session");
        }
        needs = Set.copyOf(needs);
    }

    /** With the items as their authors think of them, all eligible. */
    public Terms(
            String assessmentId,
            String learnerId,
            AssessmentKind kind,
            Optional<Competence> competence,
            Optional<String> sessionId,
            Language locale,
            Set<Need> needs,
            long seed,
            String bankVersion,
            Instant startedAt) {
        this(assessmentId, learnerId, kind, competence, sessionId, locale, needs, seed, bankVersion, 0, 0, startedAt);
    }

    public Form form() {
        return switch (kind) {
            case PLACEMENT -> Form.placement();
            case COMPETENCE -> Form.training(competence.orElseThrow());
            case CERTIFICATION -> Form.certification();
        };
    }

    /** What a person can have one open assessment of: {@code placement}, {@code competence-3.4}, … */
    public String slot() {
        return slot(kind, competence);
    }

    public static String slot(AssessmentKind kind, Optional<Competence> competence) {
        return kind.code() + competence.map(c -> "-" + c.code()).orElse("");
    }

    /** The needs as the bits selection compares. */
    int needBits() {
        return bits(needs);
    }

    static int bits(Set<Need> needs) {
        return needs.isEmpty() ? 0 : EnumSet.copyOf(needs).stream().mapToInt(n -> 1 << n.ordinal()).sum();
    }
}
