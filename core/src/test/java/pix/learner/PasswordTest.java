package pix.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void takes_a_short_sentence() {
        assertEquals(Optional.empty(), Password.fault("neuf violons bleus", "lea.martin"));
        assertEquals(Optional.empty(), Password.fault("éééàààçççù", "lea.martin"));
    }

    @Test
    void refuses_what_is_guessed_first() {
        assertEquals(Optional.of("too-short"), Password.fault("neufmots9", "lea"));
        assertEquals(Optional.of("too-common"), Password.fault("MotDePasse123", "lea"));
        assertEquals(Optional.of("too-common"), Password.fault("abababababab", "lea"));
        assertEquals(Optional.of("contains-username"), Password.fault("oh-Lea.Martin-oh", "lea.martin"));
        assertEquals(Optional.of("too-long"), Password.fault("abcd ".repeat(40), "lea"));
    }

    @Test
    void compares_user_names_without_case_and_compatibility_forms() {
        assertEquals(Username.key("LÉA.martin"), Username.key("léa.Martin"));
        assertEquals(Username.key("ﬁona"), Username.key("fiona"));
    }
}
