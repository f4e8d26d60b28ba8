package pix.bank;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pix.framework.Competence;

class BankTest {
    private static final Task TASK = new TypedText(List.of("word"), TextMatch.WORDS);

    @Test
    void a_retired_item_is_not_asked_but_still_found() {
        var kept = item(Item.Header.of("kept", Competence.SEARCH, 1, TASK));
        var old = item(Item.Header.of("old", Competence.SEARCH, 2, TASK).asRetired());

        var bank = new Bank("v1", List.of(kept, old));

        assertEquals(List.of(kept), bank.items());
        assertEquals(List.of(old), bank.retired());
        assertEquals(Optional.of(old), bank.find(old.id()));
        assertEquals(Optional.of(old), bank.find(old.key()));
    }

    @Test
    void an_unknown_id_finds_nothing() {
        var bank = new Bank("v1", List.of());

        assertEquals(Optional.empty(), bank.find("000000"));
        assertEquals(Optional.empty(), bank.find("../etc"));
    }

    @Test
    void two_items_with_one_id_are_refused() {
        var header = Item.Header.of("twice", Competence.SEARCH, 1, TASK);

        assertThrows(IllegalArgumentException.class, () -> new Bank("v1", List.of(item(header), item(header))));
    }

    private static Item item(Item.Header header) {
        var wording = new Wording("Type it.", TASK, List.of(), List.of(), "Because.", "Try.");
        return Item.of(header, wording, wording);
    }
}
