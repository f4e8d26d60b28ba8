package pix.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Thousands of people: accents, case and order forgiven, names left out, one slip anywhere; a second slip is one too many. */
    @Test
    void forgives_any_one_slip_of_anybody_and_never_two() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 3_000; i++) {
            List<String> given = IntStream.range(0, random.nextInt(1, 4)).mapToObj(n -> word(random)).toList();
            Student student = student(word(random), String.join(" ", given));
            List<String> said = new ArrayList<>(given);
            Collections.shuffle(said, new Random(i));
            said = new ArrayList<>(said.subList(0, random.nextInt(1, said.size() + 1)));
            String family = student.familyName();
            if (random.nextBoolean()) family = slip(family, random);
            else said.set(0, slip(said.getFirst(), random));

            assertTrue(new SamePerson(disguised(said, random), disguised(List.of(family), random), BORN).as(student));
            // No name has an x: here are two slips.
            List<String> twice = List.of("x" + given.getFirst());
            assertFalse(new SamePerson(disguised(twice, random), student.familyName() + "x", BORN).as(student));
        }
    }

    private static String word(SplittableRandom random) {
        return random.ints(random.nextInt(4, 10), 'a', 'l').mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }

    /** A letter more, less, other, or two in each other's place. */
    private static String slip(String word, SplittableRandom random) {
        int at = random.nextInt(word.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + 'm' + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + 'm' + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private static String disguised(List<String> words, SplittableRandom random) {
        return words.stream().map(w -> random.nextBoolean() ? w.toUpperCase(Locale.ROOT) : w.replace('e', 'é').replace('a', 'â'))
                .collect(Collectors.joining(random.nextBoolean() ? " " : "-"));
    }

    private static Student lea() {
        return student("Lefèvre", "Léa Marie");
    }

    private static Student student(String familyName, String givenNames) {
        return new Student("school-1", "student-1", Optional.empty(), familyName, Optional.of("Durand"), givenNames, BORN,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 0, "u", "u");
    }
}
