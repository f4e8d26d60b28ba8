package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.Page;
import pix.audit.AuditTrail;
import pix.organisation.Membership;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The audit trail in the table {@code Organisations}: partition {@code audit#learnerId} of the person who was looked at,
 * sort key time, viewer and page. What was done to members of the staff stands in {@code audit#organisationId} as well, with
 * the person at the end of the sort key. The store forgets an entry after a year. Thread-safe.
 */
public final class DynamoAuditTrail implements AuditTrail {
    private static final String PARTITION = "audit#";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final int PAGE = 100;

    private final DynamoDbClient client;
    private final String table;

    public DynamoAuditTrail(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void viewed(View view, Collection<String> subjects) {
        List<Map<String, AttributeValue>> items =
                subjects.stream().distinct().map(subject -> item(new Entry(view, subject))).toList();
        BatchWrite.put(client, table, items);
    }

    @Override
    public Page<Entry> of(String subject, Optional<String> cursor) {
        QueryResponse found = client.query(q -> {
            q.tableName(table)
                    .keyConditionExpression("organisationId = :subject")
                    .expressionAttributeValues(Map.of(":subject", fromS(PARTITION + subject)))
                    .scanIndexForward(false)
                    .limit(PAGE);
            cursor.map(Cursors::read).ifPresent(place -> q.exclusiveStartKey(
                    Map.of("organisationId", fromS(PARTITION + subject), "facet", fromS(place[1]))));
        });
        Map<String, AttributeValue> last = found.lastEvaluatedKey();
        return new Page<>(found.items().stream().map(item -> entry(subject, Attributes.of(item))).toList(),
                last == null || last.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Cursors.write(last.get("facet").s(), "audit")));
    }

    /** What a change of an organisation's staff leaves, to be written with it. */
    static List<Map<String, AttributeValue>> ofStaff(String what, Membership member, String by, Instant at) {
        Entry entry = new Entry(new View(at, by, what + "-" + member.role().code(), Optional.of(member.organisationId())),
                member.learnerId());
        Map<String, AttributeValue> ofPerson = item(entry);
        return List.of(ofPerson, Attributes.of(new HashMap<>(ofPerson))
                .put("organisationId", PARTITION + member.organisationId())
                .put("facet", ofPerson.get("facet").s() + "#" + member.learnerId())
                .put("subject", member.learnerId())
                .map());
    }

    private static Map<String, AttributeValue> item(Entry entry) {
        View view = entry.view();
        return Attributes.empty()
                .put("organisationId", PARTITION + entry.subject())
                .put("facet", Values.text(view.at()) + "#" + view.viewer() + "#" + view.what())
                .put("viewedAt", view.at())
                .put("viewedBy", view.viewer())
                .put("viewedPage", view.what())
                .put("viewedFor", view.organisationId())
                .put("expiresAt", view.at().plus(KEPT).getEpochSecond())
                .map();
    }

    private static Entry entry(String partition, Attributes item) {
        View view = new View(item.time("viewedAt"), item.text("viewedBy"), item.text("viewedPage"), item.optionalText("viewedFor"));
        return new Entry(view, item.optionalText("subject").orElse(partition));
    }
}
