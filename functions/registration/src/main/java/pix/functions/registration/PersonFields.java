package pix.functions.registration;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import pix.http.Fields;

/** The rules for what people say of themselves, the same when they register and when they mend it. */
final class PersonFields {
    private static final int LONGEST_NAME = 100;
    private static final int OLDEST = 120;
    private static final int YOUNGEST = 5;

    private final Fields body;
    private final LocalDate today;

    PersonFields(Fields body, InstantSource clock) {
        this.body = body;
        this.today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    String requiredName(String field) {
        return optionalName(field).orElseGet(() -> required(field, ""));
    }

    Optional<String> optionalName(String field) {
        Optional<String> name = body.optionalText(field, 1, LONGEST_NAME);
        if (name.isPresent() && name.get().codePoints().noneMatch(Character::isLetter)) body.fault(field, "not-a-name");
        return name;
    }

    LocalDate requiredBirthDate() {
        return optionalBirthDate().orElseGet(() -> required("birthDate", LocalDate.EPOCH));
    }

    Optional<LocalDate> optionalBirthDate() {
        Optional<LocalDate> date = body.optionalDate("birthDate");
        if (date.isPresent() && (date.get().isBefore(today.minusYears(OLDEST)) || date.get().isAfter(today.minusYears(YOUNGEST)))) {
            body.fault("birthDate", "impossible-date");
        }
        return date;
    }

    private <T> T required(String field, T standIn) {
        if (!body.has(field)) body.fault(field, "required");
        return standIn;
    }
}
