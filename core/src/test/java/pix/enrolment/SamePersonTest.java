package pix.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePersonTest {
    private static final LocalDate BORN = LocalDate.of(2012, 3, 14);

    @ParameterizedTest
    @CsvSource({
        "Léa Marie,Lefèvre,true", "lea,LEFEVRE,true", "Marie Léa,Lefèvre,true", "Marie,Lefèvre,true", "Léa-Marie,Le Fèvre,true",
        "Léa,Lefèbre,true", "Leo,Lefèvre,true", "LÉA-MARIE,lefevre,true", "Marie,Lefèbre,true", "Marie Léas,Lefèvre,true", "Léa,Lefebbre,false", "Léas,Lefèbre,false", "Lucas,Lefèvre,false", "Léa,Durand,true", "Léa,Dupont,false", "'',Lefèvre,false",
    })
    void forgives_spelling_order_and_one_slip(String givenNames, String familyName, boolean fits) {
        assertEquals(fits, new SamePerson(givenNames, familyName, BORN).as(lea()));
    }

    @Test
    void does_not_forgive_another_birth_date() {
        assertEquals(false, new SamePerson("Léa", "Lefèvre", BORN.plusDays(1)).as(lea()));
    }

    private static Student lea() {
        return new Student("school-1", "student-1", Optional.empty(), "Lefèvre", Optional.of("Durand"), "Léa Marie", BORN,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 0, "u", "u");
    }
}
