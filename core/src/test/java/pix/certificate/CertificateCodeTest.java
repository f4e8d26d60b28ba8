package pix.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(5);

    @Test
    void is_written_in_groups_of_four_and_read_back() {
        for (int i = 0; i < 100; i++) {
            CertificateCode code = CertificateCode.draw(random);

            assertTrue(code.grouped().matches("(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]"), code.grouped());
            assertEquals(Optional.of(code), CertificateCode.parse(code.grouped()));
            assertEquals(Optional.of(code), CertificateCode.parse(" " + code.text().toLowerCase() + " "));
        }
    }

    @Test
    void finds_out_every_character_mistyped() {
        for (int i = 0; i < 20; i++) {
            String text = CertificateCode.draw(random).text();
            for (int at = 0; at < text.length(); at++) {
                for (char c : ALPHABET.toCharArray()) {
                    String mistyped = text.substring(0, at) + c + text.substring(at + 1);
                    assertEquals(mistyped.equals(text), CertificateCode.parse(mistyped).isPresent());
                }
            }
        }
    }

    @Test
    void finds_out_every_two_characters_exchanged() {
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder(CertificateCode.draw(random).text());
            for (int a = 0; a < text.length(); a++) {
                for (int b = a + 1; b < text.length(); b++) {
                    if (text.charAt(a) == text.charAt(b)) continue;
                    StringBuilder exchanged = new StringBuilder(text);
                    exchanged.setCharAt(a, text.charAt(b));
                    exchanged.setCharAt(b, text.charAt(a));
                    assertFalse(CertificateCode.parse(exchanged.toString()).isPresent());
                }
            }
        }
    }

    @Test
    void does_not_slip_into_messages() {
        CertificateCode code = CertificateCode.draw(random);

        assertFalse(code.toString().contains(code.text()));
    }
}
