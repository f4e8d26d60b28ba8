package pix.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.Page;
import pix.enrolment.Students;
import pix.organisation.Roster;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The roster as others need it, from where {@link DynamoStudents} keeps it. Thread-safe. */
public final class DynamoRoster implements Roster {
    private static final int PAGE = 100;

    private final Students students;

    public DynamoRoster(DynamoDbClient client, String table) {
        this.students = new DynamoStudents(client, table);
    }

    @Override
    public Optional<Student> find(String organisationId, String studentId) {
        return students.get(organisationId, studentId).map(DynamoRoster::known);
    }

    @Override
    public List<Student> ofClass(String organisationId, String className) {
        List<Student> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<pix.enrolment.Student> page = students.active(organisationId, Optional.of(className), cursor, PAGE);
            page.entries().forEach(student -> found.add(known(student)));
            cursor = page.cursor();
        } while (cursor.isPresent());
        return found;
    }

    private static Student known(pix.enrolment.Student s) {
        return new Student(s.studentId(), s.learnerId(), s.familyName(), s.givenNames(), s.birthDate(),
                s.className().orElse(""), s.sealedIne());
    }
}
