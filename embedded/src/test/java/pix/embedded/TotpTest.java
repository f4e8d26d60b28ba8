package pix.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    /** The ASCII text 12345678901234567890. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:10Z");

    /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void shows_what_the_standard_says(long seconds, String code) {
        assertEquals(code, Totp.of(SECRET, Instant.ofEpochSecond(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_clock_may_be_half_a_minute_off(int steps) {
        long step = NOW.getEpochSecond() / 30 + steps;
        assertEquals(step, Totp.matching(SECRET, Totp.of(SECRET, Instant.ofEpochSecond(step * 30)), NOW).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void and_no_more(int steps) {
        assertTrue(Totp.matching(SECRET, Totp.of(SECRET, NOW.plusSeconds(30L * steps)), NOW).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0000000", "abcdef", "１２３４５６"})
    void what_is_no_code_is_no_code(String text) {
        assertTrue(Totp.matching(SECRET, text, NOW).isEmpty());
    }

    @Test
    void secrets_have_160_bits_in_base_32() {
        assertTrue(Totp.newSecret(new SecureRandom()).matches("[A-Z2-7]{32}"));
    }
}
