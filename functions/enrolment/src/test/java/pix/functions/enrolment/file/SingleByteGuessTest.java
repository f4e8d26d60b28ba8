package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SingleByteGuessTest {
    private static final String NAMES = "Zoé Lefèvre\nAnaïs Hervé\nÉlodie Gérard\nHélène François\n";

    @Test
    void knows_mac_roman_from_windows() {
        assertEquals(Optional.of("macintosh"), guessed("x-MacRoman", charset -> true));
        assertEquals(Optional.of("windows-1252"), guessed("windows-1252", charset -> true));
    }

    @Test
    void where_there_is_no_mac_roman_a_file_in_it_is_unreadable_and_any_other_is_read_as_ever() {
        Predicate<String> withoutMac = charset -> !charset.equals("x-MacRoman");

        assertEquals(Optional.empty(), guessed("x-MacRoman", withoutMac));
        assertEquals(Optional.of("windows-1252"), guessed("windows-1252", withoutMac));
    }

    private static Optional<String> guessed(String charset, Predicate<String> supported) {
        SingleByteGuess guess = new SingleByteGuess(supported);
        for (byte b : NAMES.getBytes(Charset.forName(charset))) guess.accept(b & 0xFF);
        guess.end();
        return guess.best().map(SingleByteGuess.Candidate::name);
    }
}
