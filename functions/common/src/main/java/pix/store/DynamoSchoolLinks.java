package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.enrolment.SchoolLink;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Student;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Links in the table {@code Learners}, facet {@code link#organisationId}, and, in the same transaction, as
 * {@code learnerId} of the student in {@code Organisations}. Thread-safe.
 */
public final class DynamoSchoolLinks implements SchoolLinks {
    private static final String FACET = "link#";

    private final DynamoDbClient client;
    private final String learners;
    private final String organisations;

    /** @param learners and {@code organisations}: the names of the tables */
    public DynamoSchoolLinks(DynamoDbClient client, String learners, String organisations) {
        this.client = client;
        this.learners = learners;
        this.organisations = organisations;
    }

    @Override
    public Linking link(Student student, String learnerId, Instant at) {
        return Transactions.write(client, linking(student, learnerId, at)).isEmpty() ? Linking.LINKED : why(student, learnerId);
    }

    /** Both sides of a link, for a transaction that does more. */
    List<TransactWriteItem> linking(Student student, String learnerId, Instant at) {
        Map<String, AttributeValue> item = Attributes.of(new HashMap<>(key(learnerId, student.organisationId())))
                .put("studentId", student.studentId())
                .put("linkedAt", at)
                .map();
        TransactWriteItem link = TransactWriteItem.builder().put(Put.builder()
                .tableName(learners)
                .item(item)
                .conditionExpression("attribute_not_exists(learnerId)")
                .build()).build();
        TransactWriteItem place = TransactWriteItem.builder().update(Update.builder()
                .tableName(organisations)
                .key(StudentItems.key(student.organisationId(), student.studentId()))
                .updateExpression("SET learnerId = :learner")
                .conditionExpression("active = :true AND attribute_not_exists(learnerId)")
                .expressionAttributeValues(Map.of(":learner", fromS(learnerId), ":true", fromBool(true)))
                .build()).build();
        return List.of(link, place);
    }

    /** A repeat finds what the first time wrote. */
    private Linking why(Student student, String learnerId) {
        Optional<SchoolLink> link = find(learnerId, student.organisationId());
        if (link.isEmpty()) return Linking.TAKEN;
        return link.get().studentId().equals(student.studentId()) ? Linking.LINKED : Linking.ALREADY_LINKED;
    }

    @Override
    public Optional<SchoolLink> find(String learnerId, String organisationId) {
        Map<String, AttributeValue> item =
                client.getItem(g -> g.tableName(learners).key(key(learnerId, organisationId)).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public List<SchoolLink> of(String learnerId) {
        return client.query(q -> q
                        .tableName(learners)
                        .keyConditionExpression("learnerId = :learner AND begins_with(facet, :link)")
                        .expressionAttributeValues(Map.of(":learner", fromS(learnerId), ":link", fromS(FACET)))
                        .consistentRead(true))
                .items().stream().map(DynamoSchoolLinks::read).toList();
    }

    @Override
    public void unlink(SchoolLink link) {
        TransactWriteItem end = TransactWriteItem.builder().delete(Delete.builder()
                .tableName(learners).key(key(link.learnerId(), link.organisationId())).build()).build();
        TransactWriteItem leave = TransactWriteItem.builder().update(Update.builder()
                .tableName(organisations)
                .key(StudentItems.key(link.organisationId(), link.studentId()))
                .updateExpression("REMOVE learnerId")
                .conditionExpression("learnerId = :learner")
                .expressionAttributeValues(Map.of(":learner", fromS(link.learnerId())))
                .build()).build();
        boolean both = Transactions.write(client, List.of(end, leave)).isEmpty();
        // The school's side knows nothing of it any more: only ours is left to end.
        if (!both) client.deleteItem(d -> d.tableName(learners).key(key(link.learnerId(), link.organisationId())));
    }

    private static SchoolLink read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new SchoolLink(item.text("learnerId"), item.text("facet").substring(FACET.length()), item.text("studentId"),
                item.time("linkedAt"));
    }

    private static Map<String, AttributeValue> key(String learnerId, String organisationId) {
        return Map.of("learnerId", fromS(learnerId), "facet", fromS(FACET + organisationId));
    }
}
