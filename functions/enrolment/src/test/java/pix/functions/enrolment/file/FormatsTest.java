package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.enrolment.FileFormat;
import pix.enrolment.StudentFiles.Warning;

class FormatsTest {

    @Test
    void reads_siecle_as_it_is_downloaded() {
        Gathered read = Gathered.from(Zips.siecle());

        assertEquals(List.of(
                "1001|123456789AB|LEFÈVRE||Zoé+Marie-Lou|2012-02-07|3A||",
                "1002|0123456789C|DE LA TOUR D'AUVERGNE-LAURAGUAIS|BŒUF|Jean-Côme+Amédée+Loïc|2011-12-31|3B||",
                "1003|2024A12345B|N'GUESSAN||Aïcha|2011-09-01|||left",
                "1004||ÇELIK||Ömer|2012-02-29|||"), read.people());
        assertEquals(List.of("42 DATE_NAISS no-such-date → 29/02/2012", "42 ID_NATIONAL malformed-ine"), read.told());
        assertEquals(List.of(new Warning("no-class", "33")), read.complete().warnings());
        assertEquals(FileFormat.SIECLE, read.complete().format());
        assertEquals("ISO-8859-15", read.complete().encoding());
        assertEquals(5, read.complete().rows());
    }

    @Test
    void reads_siecle_taken_out_of_its_zip() {
        assertEquals(Gathered.from(Zips.siecle()).people(), Gathered.specimen("siecle.xml").people());
    }

    @Test
    void reads_onde() {
        Gathered read = Gathered.specimen("onde.csv");

        assertEquals(List.of(
                "|123456789AB|MOREAU||Noé|2016-11-03|CM2 de Mme Élouan||",
                "|987654321CD|N'DIAYE|SAINT-EXUPÉRY|Fatou Bintou|2017-02-15|CM1-CM2||"), read.people());
        assertEquals(List.of(2L, 5L), read.students().stream().map(s -> s.line()).toList());
        assertEquals(List.of(), read.complete().warnings());
        assertEquals(FileFormat.ONDE, read.complete().format());
        assertEquals("windows-1252", read.complete().encoding());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Nom;Prénom;Date naissance;INE;Cycle;Niveau;Libellé classe|MOREAU;Noé;03/11/2016;;III;CM2;CM2 A",
        "nom eleve,prenom eleve,date de naissance,cycle,libelle classe|MOREAU,Noé,03/11/16,III,CM2 A",
        "NOM ÉLÈVE;Nom d'usage élève;PRÉNOM ÉLÈVE;Date Naissance;Niveau;Libellé Classe|MOREAU;;Noé;03/11/2016;CM2;CM2 A"})
    void reads_the_headers_onde_has_had(String header, String row) {
        Gathered read = Gathered.from(header + "\r\n" + row + "\r\n");

        assertEquals(List.of("||MOREAU||Noé|2016-11-03|CM2 A||"), read.people());
        assertEquals(FileFormat.ONDE, read.complete().format());
    }

    @Test
    void reads_the_school_table() {
        Gathered read = Gathered.specimen("school.csv");

        assertEquals(List.of(
                "|123456789AB|Garçon-Piñero||Chloé+Inès|2010-04-21|2A||",
                "|0123456789X|Le Bihan|Œillet|Gaël|2009-12-02|2B||"), read.people());
        assertEquals(FileFormat.SCHOOL_CSV, read.complete().format());
        assertEquals(List.of(), read.complete().warnings());
    }

    @Test
    void an_identifier_that_is_a_national_one_is_guarded_as_such() {
        String header = "Identifiant unique;Premier prénom;Nom de famille;Date de naissance;Division\n";

        Gathered read = Gathered.from(header + "123456789AB;Léa;Petit;07/02/2011;2A\n123456789AB;Léo;Grand;07/02/2011;2A\n");

        assertEquals(List.of("3 Identifiant unique duplicate-ine → 2"), read.told());
        assertEquals(Optional.empty(), read.faults().getFirst().value());
        assertEquals(Optional.empty(), read.students().getFirst().externalId());
    }

    @Test
    void reads_the_table_of_higher_education() {
        Gathered read = Gathered.specimen("higher-education.csv");

        assertEquals(List.of(
                "22001234||Vasquez y Ortega||Éléonore+Sixtine|2004-05-12|TD 4|eleonore.vasquez@example.org|",
                "22005678||Ångström|Côté|Björn|1999-01-30|||"), read.people());
        assertEquals(List.of(2L, 3L), read.students().stream().map(s -> s.line()).toList());
        assertEquals(FileFormat.HIGHER_EDUCATION_CSV, read.complete().format());
        assertEquals("macintosh", read.complete().encoding());
    }

    @Test
    void refuses_the_second_of_two_identifiers_alike() {
        String header = "Premier prénom;Nom de famille;Date de naissance;Numéro étudiant\n";

        Gathered read = Gathered.from(header + "Léa;Petit;07/02/2004;1234\nLéo;Grand;07/02/2004;1234\nLéa;Petit;07/02/2004;1235\n");

        assertEquals(List.of("3 Numéro étudiant duplicate-id → 2"), read.told());
        assertEquals(2, read.students().size());
    }

    @Test
    void reads_the_students_of_oneroster() {
        Gathered read = Gathered.from(Zips.of(Zips.oneRosterFiles()));

        assertEquals(List.of(
                "u1|123456789AB|Lefèvre||Zoé+Marie|2012-02-07|3e A|zoe@example.org|",
                "u2||O'Brien||Léo|2011-12-31|3e A||left",
                "u4|0123456789C|Đặng||Lou|2012-03-04|Maths||"), read.people());
        assertEquals(List.of("6 demographics.csv birthDate required"), read.told());
        assertEquals(FileFormat.ONEROSTER, read.complete().format());
        assertEquals(4, read.complete().rows());
    }

    @ParameterizedTest
    @CsvSource({"users, missing-file users.csv", "roles, missing-file roles.csv", "demographics, missing-file demographics.csv"})
    void oneroster_needs_some_files(String file, String told) {
        Map<String, byte[]> files = Zips.oneRosterFiles();
        files.remove(file + ".csv");

        assertEquals(told, Gathered.from(Zips.of(files)).refused());
    }

    @Test
    void refuses_another_schools_file() {
        String siecle = new String(Gathered.bytes("siecle.xml"), Charset.forName("ISO-8859-15")).replace("0750655E", "0750654D");
        Map<String, byte[]> roster = Zips.oneRosterFiles();
        roster.computeIfPresent("orgs.csv", (name, orgs) -> new String(orgs, StandardCharsets.UTF_8)
                .replace("0750655E", "0750654D").getBytes(StandardCharsets.UTF_8));

        assertEquals("other-school 0750654D", Gathered.from(siecle.replace("ISO-8859-15", "UTF-8")).refused());
        assertEquals("other-school 0750654D", Gathered.from(Zips.of(roster)).refused());
        assertEquals("school-not-named", Gathered.from(siecle.replace("ISO-8859-15", "UTF-8").replaceAll("<UAJ>.*</UAJ>", "")).refused());
    }
}
