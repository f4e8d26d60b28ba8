package pix.enrolment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.framework.Competence;

class TallyTest {

    @Test
    void part_by_part_counts_the_same_as_all_at_once() {
        List<Standing> all = IntStream.range(0, 12).mapToObj(TallyTest::standing).toList();

        Overview whole = Overview.of(Tally.NONE.and(20, all));
        Overview parts = Overview.of(Tally.parse(Tally.NONE.and(3, all.subList(0, 3)).text()).orElseThrow().and(17, all.subList(3, 12)));

        assertEquals(20, parts.students());
        assertEquals(12, parts.measured());
        assertEquals(Optional.of(4), parts.certified());
        assertEquals(whole.certifiable(), parts.certifiable());
        assertEquals(whole.booked(), parts.booked());
        for (Competence c : Competence.values()) assertArrayEquals(whole.levels().get(c), parts.levels().get(c));
        assertEquals(12, Arrays.stream(parts.levels().get(Competence.SEARCH)).sum());
    }

    @Test
    void a_part_of_fewer_than_ten_is_hidden_only_when_the_whole_is() {
        List<Standing> nine = IntStream.range(0, 9).mapToObj(TallyTest::standing).toList();

        assertEquals(Optional.empty(), Overview.of(Tally.NONE.and(9, nine)).certified());
        assertTrue(Overview.of(Tally.NONE.and(9, nine).and(1, List.of(standing(9)))).certified().isPresent());
    }

    @Test
    void only_a_tally_is_read_as_one() {
        String text = Tally.NONE.text();

        for (String other : List.of("", "12", text + " 1", text.replaceFirst("0", "-1"), text.replaceFirst("0", "x"))) {
            assertEquals(Optional.empty(), Tally.parse(other), other);
        }
    }

    /** Every third is certified, every second booked; the more, the abler. */
    private static Standing standing(int i) {
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) ability = ability.observe(c, new ItemParameters(1.2, i / 4. - 1.5, 0, 1), i % 2);
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 1);
        Profile profile = new Profile("learner-" + i, 1, ability.sites(), answers, SeenItems.none(), Map.of(), Optional.of(Instant.EPOCH));
        return new Standing(profile, i % 2 == 0, i % 3 == 0);
    }
}
