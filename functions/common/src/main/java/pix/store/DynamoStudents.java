package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pix.InvalidInput;
import pix.Page;
import pix.enrolment.ClaimCode;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.enrolment.Students;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The roster in the table {@code Organisations}, facet {@code student#studentId}. A sentinel under the partition
 * {@code claim#…}, a keyed hash, leads from a claim code to its student. Thread-safe.
 */
public final class DynamoStudents implements Students {
    /** Those who have claimed their place, and the number of their code, are not the file's to change. */
    private static final Set<String> NOT_OF_THE_FILE = Set.of("organisationId", "facet", "learnerId", "claimGeneration", "createdIn");
    private static final List<String> MAY_BE_ABSENT =
            List.of("usedName", "className", "externalId", "ineHash", "sealedIne", "email", "classOrder");
    private static final String CLAIM = "claim";
    /** About as many as a page of the store holds; the embedded one would otherwise hold the whole roster. */
    private static final int STUDENTS_A_PAGE = 1000;

    private final DynamoDbClient client;
    private final String table;

    public DynamoStudents(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Student> get(String organisationId, String studentId) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                .tableName(table).key(StudentItems.key(organisationId, studentId)).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(StudentItems.read(item));
    }

    @Override
    public List<Student> getAll(String organisationId, List<String> studentIds) {
        return BatchRead.items(client, table, studentIds.stream().map(id -> StudentItems.key(organisationId, id)).toList(), false)
                .stream().map(StudentItems::read).toList();
    }

    @Override
    public void each(String organisationId, Consumer<Student> consumer) {
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page = client.query(q -> q
                    .tableName(table)
                    .consistentRead(true)
                    .limit(STUDENTS_A_PAGE)
                    .keyConditionExpression("organisationId = :organisation AND begins_with(facet, :student)")
                    .expressionAttributeValues(Map.of(":organisation", fromS(organisationId), ":student", fromS(StudentItems.FACET)))
                    .exclusiveStartKey(start.isEmpty() ? null : start));
            page.items().forEach(item -> consumer.accept(StudentItems.read(item)));
            from = page.lastEvaluatedKey() == null ? Map.of() : page.lastEvaluatedKey();
        } while (!from.isEmpty());
    }

    /** Asks for one student more, who is nobody: it takes as long to find that there is none as to find one. */
    @Override
    public List<Student> bornOn(String organisationId, LocalDate birthDate) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        keys.add(StudentItems.key(organisationId, ""));
        client.query(q -> q
                .tableName(table)
                .indexName("byBirthDate")
                .keyConditionExpression("organisationId = :organisation AND birthDate = :born")
                .expressionAttributeValues(Map.of(":organisation", fromS(organisationId), ":born", fromS(birthDate.toString()))))
                .items().forEach(item -> keys.add(Map.of("organisationId", item.get("organisationId"), "facet", item.get("facet"))));
        return BatchRead.items(client, table, keys, true).stream().map(StudentItems::read).toList();
    }

    @Override
    public Page<Student> active(String organisationId, Optional<String> className, Optional<String> cursor, int most) {
        QueryRequest.Builder query = QueryRequest.builder().tableName(table).indexName("byClass").limit(most);
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":organisation", fromS(organisationId)));
        className.ifPresent(c -> values.put(":class", fromS(StudentItems.classPrefix(c))));
        query.keyConditionExpression("organisationId = :organisation" + (className.isPresent() ? " AND begins_with(classOrder, :class)" : ""))
                .expressionAttributeValues(values);
        cursor.ifPresent(last -> query.exclusiveStartKey(place(organisationId, last)));
        QueryResponse found = client.query(query.build());
        List<Student> students = found.items().stream().map(StudentItems::read).toList();
        boolean more = found.lastEvaluatedKey() != null && !found.lastEvaluatedKey().isEmpty();
        return new Page<>(students, more ? Optional.of(students.getLast().studentId()) : Optional.empty());
    }

    @Override
    public Page<Student> left(String organisationId, Optional<String> cursor) {
        QueryResponse found = client.query(q -> q
                .tableName(table)
                .limit(STUDENTS_A_PAGE)
                .keyConditionExpression("organisationId = :organisation AND begins_with(facet, :student)")
                .filterExpression("active = :active")
                .expressionAttributeValues(Map.of(":organisation", fromS(organisationId), ":student", fromS(StudentItems.FACET),
                        ":active", fromBool(false)))
                .exclusiveStartKey(cursor.map(last -> StudentItems.key(organisationId, last)).orElse(null)));
        Optional<String> next = Optional.ofNullable(found.lastEvaluatedKey()).filter(key -> !key.isEmpty())
                .map(key -> key.get("facet").s().substring(StudentItems.FACET.length()));
        return new Page<>(found.items().stream().map(StudentItems::read).toList(), next);
    }

    /** A cursor is the id of the last student and no more: where a list goes on holds names, which belong in no address. */
    private Map<String, AttributeValue> place(String organisationId, String studentId) {
        Student last = get(organisationId, studentId).orElseThrow(() -> new InvalidInput("/cursor", "malformed"));
        Map<String, AttributeValue> place = new HashMap<>(StudentItems.key(organisationId, studentId));
        place.put("classOrder", fromS(StudentItems.classOrder(last)));
        return place;
    }

    @Override
    public void add(List<Student> students) {
        BatchWrite.put(client, table, students.stream().map(StudentItems::write).toList());
    }

    @Override
    public boolean update(Student student) {
        Map<String, AttributeValue> item = new HashMap<>(StudentItems.write(student));
        item.keySet().removeAll(NOT_OF_THE_FILE);
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        item.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        List<String> gone = MAY_BE_ABSENT.stream().filter(name -> !item.containsKey(name)).toList();
        gone.forEach(name -> names.put("#" + name, name));
        String set = "SET " + String.join(", ", item.keySet().stream().map(n -> "#" + n + " = :" + n).toList());
        String remove = gone.isEmpty() ? "" : " REMOVE #" + String.join(", #", gone);
        return onCondition(() -> client.updateItem(u -> u
                .tableName(table)
                .key(StudentItems.key(student.organisationId(), student.studentId()))
                .updateExpression(set + remove)
                .conditionExpression("attribute_exists(organisationId)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)));
    }

    @Override
    public boolean remove(Student student) {
        return onCondition(() -> client.deleteItem(d -> d
                .tableName(table)
                .key(StudentItems.key(student.organisationId(), student.studentId()))
                .conditionExpression("attribute_not_exists(learnerId)")));
    }

    @Override
    public boolean renewClaim(Student student) {
        return onCondition(() -> client.updateItem(u -> u
                .tableName(table)
                .key(StudentItems.key(student.organisationId(), student.studentId()))
                .updateExpression("SET claimGeneration = :next")
                .conditionExpression("attribute_exists(organisationId) AND attribute_not_exists(learnerId)")
                .expressionAttributeValues(Map.of(":next", fromN(String.valueOf(student.claimGeneration() + 1))))));
    }

    @Override
    public void offer(List<Student> students, RosterKeys keys) {
        BatchWrite.put(client, table, students.stream()
                .map(s -> Attributes.of(new HashMap<>(claimKey(s.claimCode(keys), keys)))
                        .put("claimFor", s.organisationId())
                        .put("studentId", s.studentId())
                        .map())
                .toList());
    }

    @Override
    public Optional<Student> claimedBy(ClaimCode code, RosterKeys keys) {
        Map<String, AttributeValue> item =
                client.getItem(g -> g.tableName(table).key(claimKey(code, keys)).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : get(item.get("claimFor").s(), item.get("studentId").s());
    }

    private static Map<String, AttributeValue> claimKey(ClaimCode code, RosterKeys keys) {
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.hash("claim", code.text()));
        return Map.of("organisationId", fromS("claim#" + hash), "facet", fromS(CLAIM));
    }

    private static boolean onCondition(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
