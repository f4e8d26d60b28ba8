package pix.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import pix.Language;
import pix.bank.Need;

/**
 * Who a learner is. {@code learnerId} is the subject of their tokens and the only thing other records know of them.
 *
 * @param needs what questions asked of this person must not depend on
 */
public record Learner(
        String learnerId,
        String username,
        String givenName,
        String familyName,
        LocalDate birthDate,
        Situation situation,
        Language locale,
        Set<Need> needs,
        Instant createdAt) {

    public Learner {
        needs = Set.copyOf(needs);
    }

    /** Whether {@code other} was registered with the same words: what makes a repeated registration a repeat. */
    boolean isSamePersonAs(Learner other) {
        return Username.key(username).equals(Username.key(other.username))
                && givenName.equals(other.givenName)
                && familyName.equals(other.familyName)
                && birthDate.equals(other.birthDate);
    }
}
