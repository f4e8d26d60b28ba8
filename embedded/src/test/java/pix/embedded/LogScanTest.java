package pix.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTest {
    private static final String LINE = "{\"level\":\"INFO\",\"function\":\"SubmitAnswer\",\"at\":\"2026-11-23T20:43:29.683Z\",\"requestId\":"
            + "\"ee040caa-64ca-441c-876b-028a09c18c74\",\"sessionId\":\"CQfeyNjgJYjztRwZwL7ztA\",\"Timestamp\":1795467092123,\"value\":\"%s\"}";

    @ParameterizedTest
    @ValueSource(strings = {"123456789AB", "012345678zz", "0123456789K", "__23456789k", "2012A12345B", "1999a54321c"})
    void finds_a_national_student_id_of_every_kind(String ine) {
        assertEquals(List.of("a national student id"), LogScan.in(LINE.formatted(ine), List.of()));
        assertEquals(List.of("a national student id"), LogScan.in("student " + ine + " refused", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"zoe@college.example,an e-mail address", "Bearer eyJhbGciOiJFUzI1NiJ9,a token", "2012-03-14,a birth date",
            "14/03/2012,a birth date", "born 1987-06-05,a birth date", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,a secret of an authenticator app",
            "otpauth://totp/x,a secret of an authenticator app"})
    void finds_addresses_tokens_secrets_and_birth_dates(String text, String kind) {
        assertEquals(List.of(kind), LogScan.in(LINE.formatted(text), List.of()));
    }

    @Test
    void finds_the_names_it_is_given() {
        assertEquals(List.of("Martin"), LogScan.in(LINE.formatted("Zoé Martin"), List.of("Martin", "Durand")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789A", "01a20a264413-fL1ad2c5PygULOLTifg56w", "0750655E", "1234567890123456A", "2026-11-23"})
    void lets_ids_numbers_and_times_be(String text) {
        assertEquals(List.of(), LogScan.in(LINE.formatted(text), List.of("Martin")));
    }
}
