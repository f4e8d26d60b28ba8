package pix.functions.enrolment.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads birth dates as schools write them: day first, or the ISO form, year in two or four digits. */
final class BirthDates {
    sealed interface Read {
        record Date(LocalDate date) implements Read {}

        /** @param suggestion null where there is none */
        record Unusable(Problem problem, String suggestion) implements Read {}
    }

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4}|\\d{2})( 0{1,2}:00(:00)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})([T ]00:00(:00(\\.0+)?)?Z?)?");
    private static final Pattern DAYS_SINCE_1900 = Pattern.compile("\\d{5}");
    private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** How spreadsheets count days. */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private final LocalDate today;
    private final int youngest;
    private final int oldest;

    BirthDates(LocalDate today, int youngest, int oldest) {
        this.today = today;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    Read read(String text) {
        Read read = parse(text);
        if (read != null) return read;
        String digits = text.replaceAll("[lI|!]", "1").replaceAll("[oO]", "0").replace('S', '5').replace('B', '8');
        Read meant = digits.equals(text) ? null : parse(digits);
        if (meant == null && DAYS_SINCE_1900.matcher(text).matches()) {
            meant = judged(SPREADSHEET_EPOCH.plusDays(Integer.parseInt(text)));
        }
        return switch (meant) {
            case Read.Date(LocalDate date) -> new Read.Unusable(Problem.NOT_A_DATE, date.format(USUAL));
            case Read.Unusable unusable -> unusable;
            case null -> new Read.Unusable(Problem.NOT_A_DATE, null);
        };
    }

    private Read parse(String text) {
        Matcher m = DAY_FIRST.matcher(text);
        if (m.matches()) return date(year(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) return date(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        return null;
    }

    /** Two digits mean the latest such year that is not to come. */
    private int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) return year;
        int century = today.getYear() / 100 * 100;
        return century + year <= today.getYear() ? century + year : century - 100 + year;
    }

    private Read date(int year, int month, int day) {
        try {
            return judged(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDate) {
            return new Read.Unusable(Problem.NO_SUCH_DATE, nearest(year, month, day));
        }
    }

    private String nearest(int year, int month, int day) {
        if (month > 12 && month <= 31 && day >= 1 && day <= 12) return suggestion(LocalDate.of(year, day, Math.min(month, lastDay(year, day))));
        if (month >= 1 && month <= 12 && day > 28 && day <= 31) return suggestion(LocalDate.of(year, month, lastDay(year, month)));
        return null;
    }

    private static int lastDay(int year, int month) {
        return YearMonth.of(year, month).lengthOfMonth();
    }

    private String suggestion(LocalDate date) {
        return judged(date) instanceof Read.Date ? date.format(USUAL) : null;
    }

    private Read judged(LocalDate date) {
        if (date.isAfter(today)) return new Read.Unusable(Problem.FUTURE_DATE, null);
        int age = Period.between(date, today).getYears();
        return age < youngest || age > oldest ? new Read.Unusable(Problem.IMPLAUSIBLE_AGE, null) : new Read.Date(date);
    }
}
