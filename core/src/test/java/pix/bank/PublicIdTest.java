package pix.bank;

import static org.junit.jupiter.api.Assertions.*;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicIdTest {

    @Test
    void is_six_characters_nobody_mistakes_for_others() {
        for (int i = 0; i < 1_000; i++) assertTrue(PublicId.of("item-" + i).matches("[0-9A-HJKMNP-TV-Z]{6}"));
    }

    @Test
    void an_id_and_its_number_are_the_same_thing() {
        int key = PublicId.keyOf("exact-phrase");

        assertEquals(Optional.of(key), PublicId.parse(PublicId.ofKey(key)));
        assertEquals("ZZZZZZ", PublicId.ofKey(0x3FFF_FFFF));
        assertEquals("000000", PublicId.ofKey(0));
    }

    @Test
    void what_is_no_id_stands_for_nothing() {
        for (var text : new String[] {null, "", "abc", "ABCDEFG", "ABCDEU", "abcdef", "ABCDE "}) {
            assertEquals(Optional.empty(), PublicId.parse(text));
        }
    }

    @Test
    void a_thousand_names_rarely_meet() {
        var keys = new HashSet<Integer>();

        for (int i = 0; i < 1_000; i++) keys.add(PublicId.keyOf("item-" + i));

        assertEquals(1_000, keys.size());
    }
}
