package pix.functions.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An INE goes in and is nowhere to be read: not in a table, not in a file that stays, not in a log, not in an answer. */
class PrivacyTest {
    private static final List<String> INES =
            List.of("123456789AB", "223456789AB", "323456789AB", "423456789AB", "523456789AB", "623456789AB", "723456789AB");

    @Test
    void no_ine_stays_in_clear_anywhere_however_it_was_written() throws IOException {
        String simple = School.COLUMNS
                + "123456789AB;Martin;Léa;14/03/2012;3A;\n"
                + "123456789AB;Martine;Léa;14/03/2012;3A;\n"
                + "223456789AB;Petit;Luc;31/02/2012;3A;\n"
                + ";323456789AB;Zoé;14/03/2012;3A;\n"
                + ";Durand;Max;423456789AB;3A;\n"
                + ";Moreau;Lou;14/03/2012;3A;523456789ab\n"
                + ";Simon;Ali;14/03/2012;3A;;623456789AB\n";
        String byId = "Identifiant unique*;Premier prénom*;Nom de famille*;Date de naissance (jj/mm/aaaa)*;Division*\n"
                + "723456789AB;Eva;Roux;14/03/2012;3A\n723456789AB;Eva;Roux;14/03/2012;3A\n";
        try (School school = new School()) {
            List<String> said = new ArrayList<>();
            for (String file : List.of(simple, byId)) {
                for (String mode : List.of("preview", "import")) {
                    String uploadId = school.put(file, mode);
                    said.addAll(school.event(uploadId, school.wiring).log());
                    JsonNode upload = school.show(uploadId);
                    assertEquals("done", upload.path("state").asText());
                    said.add(upload.toString());
                }
            }
            said.add(school.store.everything().toString());
            try (Stream<Path> files = Files.walk(school.folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) said.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }

            assertEquals("123456789AB", school.named("Martin").sealedIne().flatMap(school.keys::open).orElseThrow());
            assertEquals("723456789AB", school.named("Roux").sealedIne().flatMap(school.keys::open).orElseThrow());
            for (String ine : INES) {
                for (String text : said) assertFalse(text.toUpperCase(Locale.ROOT).contains(ine), () -> ine + " in " + text);
            }
        }
    }
}
