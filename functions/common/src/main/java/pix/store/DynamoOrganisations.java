package pix.store;

import static pix.store.Values.instant;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pix.Page;
import pix.organisation.Membership;
import pix.organisation.Organisation;
import pix.organisation.OrganisationType;
import pix.organisation.Organisations;
import pix.organisation.Role;
import pix.organisation.Uai;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Organisations in the table {@code Organisations}: partition {@code organisationId}, sort key {@code facet}. The facet
 * {@code organisation} is the organisation, {@code staff#learnerId} a member; the index {@code byMember} finds the
 * memberships of a person. A sentinel under the partition {@code uai#…} gives a UAI one owner. Thread-safe.
 */
public final class DynamoOrganisations implements Organisations {
    private static final String ORGANISATION = "organisation";
    private static final String STAFF = "staff#";
    private static final int PAGE = 50;
    private static final Expression ABSENT =
            Expression.builder().expression("attribute_not_exists(organisationId)").build();

    private static final StaticTableSchema<Row> SCHEMA = StaticTableSchema.builder(Row.class)
            .newItemSupplier(Row::new)
            .addAttribute(String.class, a -> a.name("organisationId").getter(i -> i.organisationId)
                    .setter((i, v) -> i.organisationId = v)
                    .tags(StaticAttributeTags.primaryPartitionKey(), StaticAttributeTags.secondarySortKey("byMember")))
            .addAttribute(String.class, a -> a.name("facet").getter(i -> i.facet)
                    .setter((i, v) -> i.facet = v).tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(String.class, a -> a.name("type").getter(i -> i.type).setter((i, v) -> i.type = v))
            .addAttribute(String.class, a -> a.name("uai").getter(i -> i.uai).setter((i, v) -> i.uai = v))
            .addAttribute(String.class, a -> a.name("name").getter(i -> i.name).setter((i, v) -> i.name = v)
                    .tags(StaticAttributeTags.secondarySortKey("byDepartment")))
            .addAttribute(String.class, a -> a.name("city").getter(i -> i.city).setter((i, v) -> i.city = v))
            .addAttribute(String.class, a -> a.name("department").getter(i -> i.department)
                    .setter((i, v) -> i.department = v).tags(StaticAttributeTags.secondaryPartitionKey("byDepartment")))
            .addAttribute(Instant.class, a -> a.name("createdAt").getter(i -> i.createdAt)
                    .setter((i, v) -> i.createdAt = v).attributeConverter(instant()))
            .addAttribute(String.class, a -> a.name("owner").getter(i -> i.owner).setter((i, v) -> i.owner = v))
            .addAttribute(String.class, a -> a.name("memberId").getter(i -> i.memberId)
                    .setter((i, v) -> i.memberId = v).tags(StaticAttributeTags.secondaryPartitionKey("byMember")))
            .addAttribute(String.class, a -> a.name("role").getter(i -> i.role).setter((i, v) -> i.role = v))
            .build();

    private final DynamoDbClient client;
    private final DynamoDbEnhancedClient enhanced;
    private final DynamoDbTable<Row> rows;

    public DynamoOrganisations(DynamoDbClient client, String table) {
        this.client = client;
        this.enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.rows = enhanced.table(table, SCHEMA);
    }

    @Override
    public Added add(Organisation organisation) {
        try {
            enhanced.transactWriteItems(t -> {
                t.addPutItem(rows, absent(Row.of(organisation)));
                organisation.uai().ifPresent(uai -> t.addPutItem(rows, absent(Row.sentinel(organisation, uai))));
            });
            return new Added.New();
        } catch (TransactionCanceledException e) {
            if (!Cancellations.onlyConditions(e) || organisation.uai().isEmpty()) throw e;
            return new Added.UaiTaken(get(sentinelKey(organisation.uai().get()), ORGANISATION).orElseThrow().owner);
        }
    }

    @Override
    public Optional<Organisation> find(String organisationId) {
        return get(organisationId, ORGANISATION).filter(row -> row.type != null).map(Row::organisation);
    }

    @Override
    public Optional<Organisation> findByUai(Uai uai) {
        return get(sentinelKey(uai), ORGANISATION).flatMap(row -> find(row.owner));
    }

    @Override
    public Page<Organisation> inDepartment(String department, Optional<String> cursor) {
        var found = rows.index("byDepartment").query(q -> {
            q.queryConditional(QueryConditional.keyEqualTo(k -> k.partitionValue(department))).limit(PAGE);
            cursor.map(Cursors::read).ifPresent(place -> q.exclusiveStartKey(Map.of(
                    "organisationId", fromS(place[0]), "facet", fromS(ORGANISATION),
                    "department", fromS(department), "name", fromS(place[1]))));
        }).stream().findFirst().orElseThrow();
        Map<String, AttributeValue> last = found.lastEvaluatedKey();
        return new Page<>(found.items().stream().map(Row::organisation).toList(), last == null || last.isEmpty()
                ? Optional.empty()
                : Optional.of(Cursors.write(last.get("name").s(), last.get("organisationId").s())));
    }

    @Override
    public void appoint(Membership m, String by, Instant at) {
        Map<String, AttributeValue> row = SCHEMA.itemToMap(Row.of(m), true);
        Transactions.write(client, noted("appoint", m, by, at,
                TransactWriteItem.builder().put(p -> p.tableName(rows.tableName()).item(row)).build()));
    }

    @Override
    public boolean dismiss(Membership m, String by, Instant at) {
        return Transactions.write(client, noted("dismiss", m, by, at, TransactWriteItem.builder().delete(d -> d
                .tableName(rows.tableName())
                .key(Map.of("organisationId", fromS(m.organisationId()), "facet", fromS(STAFF + m.learnerId())))
                .conditionExpression("#role = :role")
                .expressionAttributeNames(Map.of("#role", "role"))
                .expressionAttributeValues(Map.of(":role", fromS(m.role().code())))).build())).isEmpty();
    }

    private List<TransactWriteItem> noted(String what, Membership m, String by, Instant at, TransactWriteItem change) {
        return Stream.concat(Stream.of(change), DynamoAuditTrail.ofStaff(what, m, by, at).stream().map(note ->
                TransactWriteItem.builder().put(p -> p.tableName(rows.tableName()).item(note)).build())).toList();
    }

    @Override
    public Optional<Role> role(String organisationId, String learnerId) {
        return get(organisationId, STAFF + learnerId).flatMap(row -> Role.ofCode(row.role));
    }

    @Override
    public List<Membership> staff(String organisationId) {
        QueryConditional staff = QueryConditional.sortBeginsWith(k -> k.partitionValue(organisationId).sortValue(STAFF));
        return rows.query(q -> q.queryConditional(staff).consistentRead(true)).items().stream().map(Row::membership).toList();
    }

    @Override
    public List<Membership> membershipsOf(String learnerId) {
        return rows.index("byMember")
                .query(q -> q.queryConditional(QueryConditional.keyEqualTo(k -> k.partitionValue(learnerId))))
                .stream()
                .flatMap(page -> page.items().stream())
                .map(Row::membership)
                .toList();
    }

    private Optional<Row> get(String partition, String facet) {
        return Optional.ofNullable(rows.getItem(g -> g.key(key(partition, facet)).consistentRead(true)));
    }

    private static Key key(String partition, String facet) {
        return Key.builder().partitionValue(partition).sortValue(facet).build();
    }

    private static String sentinelKey(Uai uai) {
        return "uai#" + uai.code();
    }

    private static TransactPutItemEnhancedRequest<Row> absent(Row row) {
        return TransactPutItemEnhancedRequest.builder(Row.class).item(row).conditionExpression(ABSENT).build();
    }

    private static final class Row {
        private String organisationId;
        private String facet;
        private String type;
        private String uai;
        private String name;
        private String city;
        private String department;
        private Instant createdAt;
        private String owner;
        private String memberId;
        private String role;

        static Row of(Organisation o) {
            Row row = new Row();
            row.organisationId = o.organisationId();
            row.facet = ORGANISATION;
            row.type = o.type().code();
            row.uai = o.uai().map(Uai::code).orElse(null);
            row.name = o.name();
            row.city = o.city();
            row.department = o.department();
            row.createdAt = o.createdAt();
            return row;
        }

        static Row sentinel(Organisation o, Uai uai) {
            Row row = new Row();
            row.organisationId = sentinelKey(uai);
            row.facet = ORGANISATION;
            row.owner = o.organisationId();
            return row;
        }

        static Row of(Membership m) {
            Row row = new Row();
            row.organisationId = m.organisationId();
            row.facet = STAFF + m.learnerId();
            row.memberId = m.learnerId();
            row.role = m.role().code();
            return row;
        }

        Organisation organisation() {
            return new Organisation(organisationId, OrganisationType.ofCode(type).orElseThrow(),
                    Optional.ofNullable(uai).map(Uai::new), name, city, department, createdAt);
        }

        Membership membership() {
            return new Membership(organisationId, memberId, Role.ofCode(role).orElseThrow());
        }
    }
}
