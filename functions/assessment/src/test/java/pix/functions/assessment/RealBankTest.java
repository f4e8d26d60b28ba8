package pix.functions.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pix.Language;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Examiner;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.Outcome;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.framework.Competence;
import pix.http.Json;
import pix.http.ResponseJson;

/** The items people are really asked, through the contract and back. */
class RealBankTest {
    private static final Set<String> MEMBERS = Set.of("sequence", "itemId", "competence", "kind", "text", "choices", "fields",
            "documents", "attachments", "askedAt", "timeLimitSeconds", "answerBefore");
    private static final Bank BANK = PackedBank.load();
    private static final Examiner EXAMINER = new Examiner(BANK);

    @Test
    void every_item_is_answered_right_by_its_right_response_as_the_contract_writes_it() {
        for (Item item : BANK.items()) {
            for (Language language : Language.values()) {
                for (long seed = 1; seed <= 3; seed++) {
                    Response right = ResponseJson.read(ResponseJson.write(item.rightResponse(seed, language)));

                    assertEquals(Outcome.CORRECT, item.mark(seed, language, right).outcome(), item.name() + " " + seed + language);
                }
            }
        }
    }

    @Test
    void no_question_tells_more_than_the_contract_allows() {
        for (Item item : BANK.items()) {
            for (Language language : Language.values()) {
                ObjectNode json = QuestionJson.of(turn(item, language), EXAMINER);

                for (String member : (Iterable<String>) json::fieldNames) assertTrue(MEMBERS.contains(member), member);
                String text = Json.write(json);
                assertFalse(text.contains(item.name()), item.name());
                String correction = item.correction(turn(item, language).terms().seed(), language).explanation();
                assertFalse(text.contains(correction), item.name() + " explains itself before it is answered");
            }
        }
    }

    @Test
    void a_rehearsal_goes_the_way_of_an_answer_and_leaves_nothing_behind() {
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        Examiner fresh = new Examiner(BANK);

        Turn rehearsed = fresh.rehearse(now);

        assertEquals(1, rehearsed.sequence());
        assertTrue(rehearsed.answered().isPresent() && !rehearsed.completed());
        assertEquals(Json.write(QuestionJson.of(rehearsed, fresh)), Json.write(QuestionJson.of(fresh.rehearse(now), fresh)));
        assertEquals(Json.write(QuestionJson.of(new Examiner(BANK).rehearse(now), EXAMINER)), Json.write(QuestionJson.of(rehearsed, fresh)));
    }

    @Test
    void every_competence_has_items_for_a_placement_and_two_trainings() {
        Map<Competence, Long> counts = new TreeMap<>();
        BANK.items().forEach(item -> counts.merge(item.competence(), 1L, Long::sum));

        assertEquals(Competence.values().length, counts.size());
        assertTrue(counts.values().stream().allMatch(n -> n >= 32), counts.toString());
    }

    private static Turn turn(Item item, Language language) {
        Terms terms = new Terms("a", "l", AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(), language, Set.of(), 42, "v", Instant.EPOCH);
        return new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[] {item.key()}, new int[0], Optional.of(Instant.EPOCH));
    }
}
