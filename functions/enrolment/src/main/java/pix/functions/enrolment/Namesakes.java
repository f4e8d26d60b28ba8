package pix.functions.enrolment;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pix.Language;
import pix.Text;
import pix.bank.Folding;
import pix.enrolment.Student;

/**
 * Tells students of a class who have the same name apart on paper, by the least of their birth dates that does: a code
 * and a whole birth date would open the place to whoever picks the slip up.
 */
final class Namesakes {
    private static final Text DAY = new Text("jour de naissance : ", "day of birth: ");
    private static final Text MONTH = new Text("mois de naissance : ", "month of birth: ");
    private static final Text YEAR = new Text("année de naissance : ", "year of birth: ");

    private final Map<List<String>, List<LocalDate>> birthDates;
    private final Language language;

    Namesakes(List<Student> students, Language language) {
        this.birthDates = students.stream().collect(
                Collectors.groupingBy(Namesakes::name, Collectors.mapping(Student::birthDate, Collectors.toList())));
        this.language = language;
    }

    /** Empty for all others, and where the birth dates are the same too. */
    Optional<String> mark(Student student) {
        List<LocalDate> dates = birthDates.get(name(student));
        LocalDate date = student.birthDate();
        if (dates.size() == 1) return Optional.empty();
        if (alone(dates, LocalDate::getDayOfMonth)) return Optional.of(DAY.in(language) + date.getDayOfMonth());
        if (alone(dates, LocalDate::getMonthValue)) {
            return Optional.of(MONTH.in(language) + date.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag())));
        }
        return alone(dates, LocalDate::getYear) ? Optional.of(YEAR.in(language) + date.getYear()) : Optional.empty();
    }

    private interface Part {
        int of(LocalDate date);
    }

    private static boolean alone(List<LocalDate> dates, Part part) {
        return dates.stream().map(part::of).distinct().count() == dates.size();
    }

    private static List<String> name(Student s) {
        return List.of(s.className().orElse(""), Folding.words(s.familyName() + " " + s.givenNames()));
    }
}
