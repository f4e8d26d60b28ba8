package pix.functions.enrolment.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of as many invented students as one likes, written line by line: nothing of them is held. */
final class WrittenFiles {
    private WrittenFiles() {}

    interface Lines {
        void write(Writer out) throws IOException;
    }

    private static Lines lines(String header, int rows, IntFunction<String> row) {
        return out -> {
            out.write(header + "\n");
            for (int i = 0; i < rows; i++) out.write(row.apply(i) + "\n");
        };
    }

    /** Every letter pair of the family name differs with the number: names have no digits. */
    static String family(int i) {
        return "Lefèvre-" + Integer.toString(i, 26).chars().mapToObj(c -> String.valueOf((char) (c <= '9' ? 'a' + c - '0' : c + 10)))
                .collect(Collectors.joining());
    }

    private static String ine(int i) {
        return "%09dAB".formatted(i);
    }

    static void simple(Path file, int rows) throws IOException {
        plain(file, lines("ine;familyName;givenName;birthDate;class;email", rows,
                i -> (i % 2 == 0 ? ine(i) : "") + ";" + family(i) + ";Zoé;07/02/2011;3A;zoe" + i + "@example.org"));
    }

    static void school(Path file, int rows) throws IOException {
        plain(file, lines("Identifiant unique*;Premier prénom*;Nom de famille*;Nom d'usage;Sexe*;Date de naissance (jj/mm/aaaa)*;"
                + "Code département naissance*;Code pays naissance*;Statut*;Code MEF*;Division*", rows,
                i -> ine(i) + ";Zoé;" + family(i) + ";;F;07/02/2011;75;100;ST;10310019110;3A"));
    }

    static void higherEducation(Path file, int rows) throws IOException {
        plain(file, lines("Premier prénom*;Nom de famille*;Date de naissance (jj/mm/aaaa)*;Email;Numéro étudiant*;Groupe", rows,
                i -> "Zoé;" + family(i) + ";07/02/2004;zoe" + i + "@example.org;22" + i + ";TD 1"));
    }

    static void onde(Path file, int rows) throws IOException {
        plain(file, lines("Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Cycle;Niveau;"
                + "Libellé classe", rows,
                i -> family(i) + ";;Zoé;07/02/2016;F;" + ine(i) + ";\"12 rue; des Lilas\";75015;PARIS;FRANCE;III;CM2;CM2 A"));
    }

    static void siecle(Path file, int rows) throws IOException {
        zip(file, List.of("export.xml"), List.of(out -> {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<BEE_ELEVES><PARAMETRES><UAJ>0750655E</UAJ></PARAMETRES><DONNEES><ELEVES>\n");
            for (int i = 0; i < rows; i++) {
                out.write("<ELEVE ELEVE_ID=\"" + i + "\"><ID_NATIONAL>" + ine(i) + "</ID_NATIONAL><NOM_DE_FAMILLE>" + family(i)
                        + "</NOM_DE_FAMILLE><PRENOM>Zoé</PRENOM><DATE_NAISS>07/02/2011</DATE_NAISS><CODE_SEXE>2</CODE_SEXE>"
                        + "<VILLE_NAISS>PARIS</VILLE_NAISS><CODE_MEF>10310019110</CODE_MEF></ELEVE>\n");
            }
            out.write("</ELEVES><STRUCTURES>\n");
            for (int i = 0; i < rows; i++) {
                out.write("<STRUCTURES_ELEVE ELEVE_ID=\"" + i + "\"><STRUCTURE><CODE_STRUCTURE>3A</CODE_STRUCTURE>"
                        + "<TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>\n");
            }
            out.write("</STRUCTURES></DONNEES></BEE_ELEVES>\n");
        }));
    }

    static void oneRoster(Path file, int rows) throws IOException {
        zip(file, List.of("manifest.csv", "classes.csv", "users.csv", "roles.csv", "demographics.csv", "enrollments.csv"), List.of(
                lines("propertyName,value", 1, i -> "oneroster.version,1.2"),
                lines("sourcedId,status,title,classType", 1, i -> "c1,,3e A,homeroom"),
                lines("sourcedId,status,userIds,givenName,familyName,email", rows,
                        i -> "u" + i + ",,{INE:" + ine(i) + "},Zoé," + family(i) + ",zoe" + i + "@example.org"),
                lines("sourcedId,status,userSourcedId,role", rows, i -> "r" + i + ",,u" + i + ",student"),
                lines("sourcedId,status,birthDate", rows, i -> "u" + i + ",,2011-02-07"),
                lines("sourcedId,status,classSourcedId,userSourcedId,role", rows, i -> "e" + i + ",,c1,u" + i + ",student")));
    }

    private static void plain(Path file, Lines lines) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            lines.write(out);
        }
    }

    private static void zip(Path file, List<String> names, List<Lines> contents) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                contents.get(i).write(out);
                out.flush();
                zip.closeEntry();
            }
        }
    }
}
