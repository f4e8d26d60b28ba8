package pix.functions.enrolment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever writes a table of good students, in whichever way, the same students are read. */
class RoundTripTest {
    private static final int SETS = 8;
    private static final String[] FAMILIES = {"Lefèvre", "D'Hérouville", "BŒUF", "de La Tour-Saint-Chamond", "Müller", "Çelik", "N'Guessan",
        "Nuñez y Ortega", "Le Bihan", "Élouan", "GARÇON", "Martin", "Dumaître"};
    private static final String[] GIVEN = {"Zoé", "Jean-Côme", "Anaïs", "Gaël", "Marie Lou", "Léa", "Éléonore", "Inès", "Maëlys", "François"};
    private static final String[] CLASSES = {"3A", "2de 4", "CM1-CM2 de Mme Noël", "TD; groupe, 2", "3 \"Euro\""};

    private record Pupil(int number, String family, String given, String birthDate, String className) {
        String ine() {
            return "%09dAB".formatted(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "onde", "school", "higher"})
    void what_is_written_is_read(String format) {
        for (String charset : List.of("UTF-8", "windows-1252", "ISO-8859-15", "x-MacRoman", "UTF-16")) {
            for (String separator : List.of(";", ",", "\t")) {
                for (String lineEnd : List.of("\r\n", "\n", "\r")) {
                    for (int seed = 0; seed < SETS; seed++) readsBack(format, charset, separator, lineEnd, seed);
                }
            }
        }
    }

    private static void readsBack(String format, String charset, String separator, String lineEnd, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Pupil> pupils = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) pupils.add(pupil(random, pupils.size()));
        StringBuilder text = new StringBuilder(line(header(format), separator, random) + lineEnd);
        for (Pupil pupil : pupils) {
            if (random.nextInt(10) == 0) text.append(lineEnd);
            text.append(line(cells(format, pupil), separator, random)).append(lineEnd);
        }

        Gathered read = Gathered.from(text.toString().getBytes(Charset.forName(charset)));

        assertEquals(pupils.stream().map(pupil -> expected(format, pupil)).toList(), read.people(),
                () -> String.join(" ", format, charset, separator, Integer.toString(seed), read.reading().toString()));
        assertEquals(List.of(), read.told());
    }

    private static Pupil pupil(SplittableRandom random, int number) {
        return new Pupil(100 + number, FAMILIES[random.nextInt(FAMILIES.length)], GIVEN[random.nextInt(GIVEN.length)],
                "20%02d-%02d-%02d".formatted(random.nextInt(9, 12), random.nextInt(1, 13), random.nextInt(1, 29)),
                CLASSES[random.nextInt(CLASSES.length)]);
    }

    private static List<String> header(String format) {
        return switch (format) {
            case "simple" -> List.of("ine", "familyName", "givenName", "birthDate", "class", "email");
            case "onde" -> List.of("Nom élève", "Prénom élève", "Date naissance", "INE", "Niveau", "Libellé classe");
            case "school" -> List.of("Identifiant unique*", "Premier prénom*", "Nom de famille*", "Date de naissance (jj/mm/aaaa)*", "Division*");
            default -> List.of("Premier prénom*", "Nom de famille*", "Date de naissance (jj/mm/aaaa)*", "Numéro étudiant*", "Groupe");
        };
    }

    private static List<String> cells(String format, Pupil pupil) {
        String day = pupil.birthDate().substring(8) + "/" + pupil.birthDate().substring(5, 7) + "/" + pupil.birthDate().substring(0, 4);
        return switch (format) {
            case "simple" -> List.of(pupil.ine(), pupil.family(), pupil.given(), pupil.birthDate(), pupil.className(), "");
            case "onde" -> List.of(pupil.family(), pupil.given(), day, pupil.ine(), "CM2", pupil.className());
            case "school" -> List.of("E" + pupil.number(), pupil.given(), pupil.family(), day, pupil.className());
            default -> List.of(pupil.given(), pupil.family(), day, "E" + pupil.number(), pupil.className());
        };
    }

    private static String expected(String format, Pupil pupil) {
        boolean hasIne = format.equals("simple") || format.equals("onde");
        return String.join("|", hasIne ? "" : "E" + pupil.number(), hasIne ? pupil.ine() : "", pupil.family(), "", pupil.given(),
                pupil.birthDate(), pupil.className(), "", "");
    }

    private static String line(List<String> cells, String separator, SplittableRandom random) {
        return cells.stream().map(cell -> quoted(cell, separator, random)).collect(Collectors.joining(separator));
    }

    private static String quoted(String cell, String separator, SplittableRandom random) {
        String spaced = switch (random.nextInt(12)) {
            case 0 -> cell + " ";
            case 1 -> cell.replace(' ', '\u00a0');
            default -> cell;
        };
        boolean must = cell.contains(separator) || cell.contains("\"");
        return must || random.nextInt(4) == 0 ? "\"" + spaced.replace("\"", "\"\"") + "\"" : spaced;
    }
}
