package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pix.Text;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Reading.Refused;
import pix.enrolment.StudentFiles.Warning;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(Problem.class)
    void every_code_has_a_sentence_in_both_languages(Problem problem) {
        Text sentence = Problem.sentence(new Refused(problem.code(), Optional.of("7")));

        assertTrue(problem.code().matches("[a-z]+(-[a-z]+)*"), problem.code());
        assertTrue(sentence.fr().endsWith(".") && sentence.en().endsWith("."), problem.code());
        assertNotEquals(sentence.fr(), sentence.en());
        assertEquals(sentence.fr().contains("7"), sentence.en().contains("7"));
    }

    @Test
    void sentences_name_what_they_are_about() {
        assertEquals("Cet INE est déjà à la ligne 12.",
                Problem.sentence(new RowFault(30, "INE", "duplicate-ine", Optional.empty(), Optional.of("12"))).fr());
        assertEquals("The column “Couleur” is not known: it is not read.", Problem.sentence(new Warning("unknown-column", "Couleur")).en());
        assertEquals("Ce fichier est celui d'un autre établissement : 0750654D.",
                Problem.sentence(new Refused("other-school", Optional.of("0750654D"))).fr());
    }
}
