package pix.certificate;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pix.Spreadsheet;
import pix.framework.Competence;

/**
 * Results as schools load them into a {@link Spreadsheet}, one row a student. Headings are French, since programs look
 * for them.
 */
public final class ResultsCsv {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String NOT_CERTIFIED = "-";

    private ResultsCsv() {}

    /** One row: a certificate, and the student id in clear where the reader may see it. */
    public record Row(Certificate certificate, Optional<String> studentId) {}

    public static String write(List<Row> rows, Instant now) {
        StringBuilder csv = new StringBuilder(Spreadsheet.BYTE_ORDER_MARK).append(Spreadsheet.line(headings()));
        rows.stream().sorted(byClassAndName()).forEach(row -> csv.append(Spreadsheet.line(cells(row, now))));
        return csv.toString();
    }

    /** As people look for somebody. */
    private static Comparator<Row> byClassAndName() {
        Collator words = Collator.getInstance(Locale.FRENCH);
        return Comparator
                .comparing((Row row) -> row.certificate().result().school().flatMap(School::schoolClass).orElse(""), words)
                .thenComparing(row -> row.certificate().result().holder().familyName(), words)
                .thenComparing(row -> row.certificate().result().holder().givenNames(), words);
    }

    /** {@code 20270312_resultats_3A.csv}. */
    public static String fileName(LocalDate today, Optional<String> schoolClass) {
        String name = schoolClass.map(c -> c.replaceAll("[^A-Za-z0-9-]", "")).orElse("tous");
        return DateTimeFormatter.BASIC_ISO_DATE.format(today) + "_resultats_" + name + ".csv";
    }

    private static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("Numéro de certification", "Prénom", "Nom", "Date de naissance",
                "Lieu de naissance", "Identifiant Externe", "Statut", "Nombre de Pix"));
        Arrays.stream(Competence.values()).map(Competence::code).forEach(headings::add);
        headings.addAll(List.of("Commentaire jury pour l'organisation", "Session", "Centre de certification",
                "Date de passage de la certification"));
        return headings;
    }

    private static List<String> cells(Row row, Instant now) {
        PublishedResult result = row.certificate().result();
        Holder holder = result.holder();
        List<String> cells = new ArrayList<>(List.of(
                row.certificate().code().grouped(),
                holder.givenNames(),
                holder.familyName(),
                DAY.format(holder.birthDate()),
                holder.birthPlace().orElse(""),
                row.studentId().orElse(""),
                status(row.certificate().status(now)),
                String.valueOf(result.levels().totalPix())));
        for (Competence competence : Competence.values()) {
            int level = result.levels().level(competence);
            cells.add(level == 0 ? NOT_CERTIFIED : String.valueOf(level));
        }
        cells.addAll(List.of("", result.sessionId(), result.centre(), DAY.format(result.takenOn())));
        return cells;
    }

    private static String status(CertificateStatus status) {
        return switch (status) {
            case VALID -> "Validée";
            case REVOKED -> "Annulée";
            case EXPIRED -> "Expirée";
        };
    }
}
