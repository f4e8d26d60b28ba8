package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import pix.bank.Folding;
import pix.enrolment.Student;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a student of the roster is written: in {@code Organisations}, facet {@code student#studentId}. Active students have
 * {@code classOrder}, by which the index {@code byClass} lists them.
 */
final class StudentItems {
    static final String FACET = "student#";
    private static final String SEPARATOR = "\t";

    private StudentItems() {}

    static Map<String, AttributeValue> key(String organisationId, String studentId) {
        return Map.of("organisationId", fromS(organisationId), "facet", fromS(FACET + studentId));
    }

    /** What every place in a class begins with. */
    static String classPrefix(String className) {
        return className + SEPARATOR;
    }

    static String classOrder(Student s) {
        return classPrefix(s.className().orElse("")) + Folding.words(s.familyName() + " " + s.givenNames()) + SEPARATOR + s.studentId();
    }

    static Map<String, AttributeValue> write(Student s) {
        Attributes item = Attributes.of(new HashMap<>(key(s.organisationId(), s.studentId())))
                .put("familyName", s.familyName())
                .put("usedName", s.usedName())
                .put("givenNames", s.givenNames())
                .put("birthDate", s.birthDate().toString())
                .put("className", s.className())
                .put("externalId", s.externalId())
                .put("ineHash", s.ineHash())
                .put("sealedIne", s.sealedIne())
                .put("email", s.email())
                .put("active", s.active())
                .put("createdIn", s.createdIn())
                .put("changedIn", s.changedIn())
                .put("learnerId", s.learnerId());
        if (s.claimGeneration() > 0) item.put("claimGeneration", s.claimGeneration());
        if (s.active()) item.put("classOrder", classOrder(s));
        return item.map();
    }

    static Student read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Student(item.text("organisationId"), item.text("facet").substring(FACET.length()), item.optionalText("learnerId"),
                item.text("familyName"), item.optionalText("usedName"), item.text("givenNames"), LocalDate.parse(item.text("birthDate")),
                item.optionalText("className"), item.optionalText("externalId"), item.optionalText("ineHash"),
                item.optionalText("sealedIne"), item.optionalText("email"), item.flag("active"), (int) item.number("claimGeneration"),
                item.text("createdIn"), item.text("changedIn"));
    }
}
