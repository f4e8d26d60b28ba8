package pix.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "azertyuiop", "Azerty123456", "qwerty12345", "password1234", "P@ssw0rd2026", "Motdepasse2026!",
        "m0td3p4ss3", "jetaime12345", "marseille13", "1qaz2wsx3edc", "abcdefghij", "9876543210", "2012chocolat", "SuperMan2012",
        "abcabcabcabc", "1122334455", "0000000000", "minecraft123", "Bonjour!!!2024", "zaq12wsxcde", "q1w2e3r4t5"})
    void refuses_common_words_however_they_are_dressed(String password) {
        assertEquals(Optional.of("too-common"), Password.fault(password, "lea"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuf-violons-bleus", "demonstration-1", "le chat dort au soleil", "correct horse battery", "Ma trottinette 2026",
        "vx7Kq2mPz0", "tournesol et azerty", "12 rue des lilas"})
    void leaves_sentences_and_chance_alone(String password) {
        assertEquals(Optional.empty(), Password.fault(password, "lea.martin"));
    }

    @Test
    void compares_user_names_without_case_and_compatibility_forms() {
        assertEquals(Username.key("LÉA.martin"), Username.key("léa.Martin"));
        assertEquals(Username.key("ﬁona"), Username.key("fiona"));
    }
}
