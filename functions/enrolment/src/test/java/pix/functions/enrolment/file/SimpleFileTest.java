package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.enrolment.FileFormat;

class SimpleFileTest {
    private static final String HEADER = "ine;familyName;givenName;birthDate;class;email\n";

    @Test
    void reads_the_template_filled_in() {
        Gathered read = Gathered.specimen("simple.csv");

        assertEquals(List.of(
                "|123456789AB|Lefèvre-Nuñez||Zoé|2011-02-07|3A|zoe.lefevre@example.org|",
                "|0123456789C|D'Artagnan||Anne-Élise|2010-12-31|3A||",
                "|2024A12345B|VAN DEN BROECK||Maëlys|2010-09-01|3B|maelys@example.org|",
                "||Œuvrard de La Tour-Saint-Chamond||Jean-Côme|2011-03-05|3 \"Euro\"||",
                "||Nguyễn||Thị Minh Anh|2010-08-15|3B||"), read.people());
        assertEquals(List.of(2L, 3L, 4L, 6L, 7L), read.students().stream().map(s -> s.line()).toList());
        assertEquals(FileFormat.SIMPLE_CSV, read.complete().format());
        assertEquals("UTF-8", read.complete().encoding());
        assertEquals(5, read.complete().rows());
        assertEquals(List.of(), read.complete().warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252", "ISO-8859-15, ISO-8859-15", "x-MacRoman, macintosh", "UTF-8, UTF-8",
        "UTF-16, UTF-16BE", "x-UTF-16LE-BOM, UTF-16LE"})
    void finds_the_encoding(String written, String told) {
        String text = HEADER + ";Lefèvre;Zoé;07/02/2011;3A;\n;BŒUF;Hélène;08/02/2011;3A;\n;Çelik;Anaïs;08/02/2011;3A;\n";

        Gathered read = Gathered.from(text.getBytes(Charset.forName(written)));

        assertEquals(told, read.complete().encoding());
        assertEquals(List.of("Lefèvre", "BŒUF", "Çelik"), read.students().stream().map(s -> s.familyName()).toList());
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|', value = {
        "3l/02/2011|no-such-date → 28/02/2011", "31/02/2011|no-such-date → 28/02/2011", "02/13/2011|no-such-date → 13/02/2011",
        "l2/02/2011|not-a-date → 12/02/2011", "40581|not-a-date → 07/02/2011", "hier|not-a-date", "99/99/2011|no-such-date",
        "01/01/2027|future-date", "01/01/1850|implausible-age", "|required"})
    void tells_what_is_wrong_with_a_date(String date, String told) {
        Gathered read = Gathered.from(HEADER + ";Petit;Léa;" + (date == null ? "" : date) + ";3A;\n;Grand;Léo;07/02/2011;3A;\n");

        assertEquals(List.of("2 birthDate " + told), read.told());
        assertEquals(1, read.students().size());
    }

    @Test
    void tells_every_fault_of_every_row_at_once() {
        Gathered read = Gathered.from(HEADER
                + "12345;Pet1t;Léa;hier;3A;lea@\n"
                + ";D0RÉ;---;07/02/2011;3A;lea,x@example,org\n"
                + ";Grand;Léo;07/02/2011;3A;;;trop\n"
                + ";Zoé\u0007;HÃ©lÃ¨ne;07/02/2011;" + "x".repeat(65) + ";\n"
                + ";\"Le\nGall\";Al@n;07/02/2011;3A\n");

        assertEquals(List.of(
                "2 birthDate not-a-date", "2 familyName digit-in-name", "2 email malformed-email", "2 ine malformed-ine",
                "3 givenName not-a-name", "3 familyName digit-in-name → DORÉ", "3 email malformed-email → lea.x@example.org",
                "4 #8 too-many-values",
                "5 givenName garbled → Hélène", "5 familyName control-character → Zoé", "5 class too-long",
                "6 givenName character-not-allowed → Aln", "6 familyName line-break → Le Gall"),
                read.told().stream().sorted((a, b) -> a.charAt(0) - b.charAt(0)).toList());
        assertEquals(0, read.students().size());
        assertEquals(5, read.complete().rows());
    }

    @Test
    void a_national_id_never_shows() {
        Gathered read = Gathered.from(HEADER + "123456789;Petit;Léa;07/02/2011;3A;\n"
                + "123456789AB;Grand;Léo;07/02/2011;3A;\n123456789ab;Moyen;Lou;07/02/2011;3A;\n");

        assertEquals(List.of("2 ine malformed-ine", "4 ine duplicate-ine → 3"), read.told());
        assertTrue(read.faults().stream().allMatch(f -> f.value().isEmpty()));
    }

    @Test
    void refuses_the_second_of_two_alike() {
        Gathered read = Gathered.from(HEADER + ";Petit;Léa;07/02/2011;3A;\n;PETIT;Lea;7/2/2011;3B;\n");

        assertEquals(List.of("3 familyName duplicate-student → 2"), read.told());
        assertEquals(1, read.students().size());
    }

    @Test
    void passes_over_columns_nobody_knows() {
        Gathered read = Gathered.from("familyName,Couleur,givenName,birthDate,birthDate\nPetit,rouge,Léa,07/02/2011,\n");

        assertEquals("[Warning[code=unknown-column, subject=Couleur], Warning[code=repeated-column, subject=birthDate]]",
                read.complete().warnings().toString());
        assertEquals(1, read.students().size());
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|', value = {
        "''|empty", "' \n\n'|empty", "'familyName;givenName;birthDate\n'|no-rows",
        "'a;b;c\n1;2;3\n'|unknown-format", "'\u0000\u0001\u0002'|not-text",
        "'famillyName;givenName;birthDate;class\nPetit;Léa;07/02/2011;3A\n'|'missing-column familyName (« famillyName » ?)'",
        "'ine;class;familyName\n;3A;Petit\n'|'missing-column givenName, birthDate'",
        "'familyName;givenName;birthDate\nPetit;\"Léa;07/02/2011\nGrand;Léo;07/02/2011\n'|'unclosed-quote 2'",
        "'familyName;givenName;birthDate\n\"Petit;Léa;07/02/2011\nGrand;Léo;07/02/2011\nMoyen\";Lou;07/02/2011\n'|'unclosed-quote 2'",
        "'familyName;givenName;birthDate\nA;\"Léa;07/02/2011\nB;\"Léo\";07/02/2011\n'|'unclosed-quote 2'"})
    void refuses_what_is_no_such_file(String text, String told) {
        assertEquals(told, Gathered.from(text).refused());
    }

    @Test
    void refuses_a_file_cut_inside_a_letter() {
        byte[] whole = (HEADER + ";Lefèvre;Zoé;07/02/2011;3A;\n;Élie;é").getBytes(StandardCharsets.UTF_8);

        assertEquals("damaged-encoding 3", Gathered.from(Arrays.copyOf(whole, whole.length - 1)).refused());
    }
}
