package pix.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.bank.Response;
import pix.framework.Competence;

class ProfileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final ItemParameters ITEM = new ItemParameters(1.2, 0, 0, 1);

    @Test
    void learns_the_same_from_two_assessments_in_either_order() {
        Turn[] program = practice(Competence.PROGRAM, 1, 1, 0, 1);
        Turn[] search = practice(Competence.SEARCH, 0, 0, 1);

        Profile one = learn(learn(Profile.empty("l"), program), search);
        Profile other = learn(learn(Profile.empty("l"), search), program);

        for (Competence c : Competence.values()) {
            assertEquals(one.estimate(c).standardError(), other.estimate(c).standardError(), 1e-6);
            assertEquals(one.estimate(c).pix(), other.estimate(c).pix(), 1);
        }
        assertEquals(4, one.answers(Competence.PROGRAM));
        assertEquals(3, one.answers(Competence.SEARCH));
    }

    @Test
    void is_less_sure_a_year_later_and_sure_of_nothing_after_a_lifetime() {
        Profile profile = learn(Profile.empty("l"), practice(Competence.PROGRAM, 1, 1, 1, 0, 1, 0, 1, 1));

        double today = error(profile.sitesAt(NOW));
        double nextYear = error(profile.sitesAt(NOW.plus(Duration.ofDays(365))));
        double oneDay = error(profile.sitesAt(NOW.plus(Duration.ofDays(36500))));

        assertTrue(today < nextYear && nextYear < oneDay);
        assertEquals(1, oneDay, 1e-3);
        assertEquals(profile.sites().precision(Competence.PROGRAM) / 2,
                profile.sitesAt(NOW.plus(Profile.HALF_LIFE)).precision(Competence.PROGRAM), 1e-5);
    }

    @Test
    void has_no_pix_before_the_first_answer_and_is_certifiable_by_what_was_asked_only() {
        Profile newcomer = Profile.empty("l");
        assertEquals(0, newcomer.pix());
        assertFalse(newcomer.certifiable());

        Profile profile = newcomer;
        Competence[] asked = {Competence.SEARCH, Competence.INTERACT, Competence.PROGRAM, Competence.SECURE};
        for (Competence c : asked) profile = learn(profile, practice(c, 1, 1));
        assertFalse(profile.certifiable(), "four competences are not five");
        profile = learn(profile, practice(Competence.SOLVE_PROBLEMS, 1, 1));
        assertTrue(profile.certifiable());
    }

    @Test
    void forgets_which_assessment_was_open_only_when_that_one_is_completed() {
        Terms terms = practice(Competence.PROGRAM, 1)[0].terms();
        Profile opened = Profile.empty("l").opened(terms);

        assertEquals("a-3.4", opened.open().get("competence-3.4"));
        assertTrue(opened.completed(terms).open().isEmpty());
        Terms another = new Terms("b", "l", AssessmentKind.COMPETENCE, terms.competence(), Optional.empty(), Language.FR, Set.of(), 1, "v", NOW);
        assertEquals(opened.open(), opened.completed(another).open());
    }

    private static Profile learn(Profile profile, Turn[] practice) {
        int[] counts = new int[Competence.values().length];
        counts[practice[1].terms().competence().orElseThrow().ordinal()] = practice[1].sequence();
        return profile.learntFrom(practice[0], practice[1], counts, NOW);
    }

    /** First and last turn of a practice with these scores. */
    private static Turn[] practice(Competence competence, double... scores) {
        Terms terms = new Terms("a-" + competence.code(), "l", AssessmentKind.COMPETENCE, Optional.of(competence), Optional.empty(), Language.FR,
                Set.of(), 1, "v", NOW);
        Ability ability = Ability.of(Prior.standard());
        for (double score : scores) ability = ability.observe(competence, ITEM, score);
        Turn first = new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[] {1}, new int[0], Optional.of(NOW));
        Answered answered = new Answered(1, new Response.Skip(), Verdict.CORRECT, 1, NOW);
        Turn last = new Turn(terms, scores.length, Optional.of(answered), ability.sites(), SeenItems.none(),
                new int[scores.length], new int[0], Optional.empty());
        return new Turn[] {first, last};
    }

    private static double error(Sites sites) {
        return Ability.of(Prior.standard(), sites).standardError(Competence.PROGRAM);
    }
}
