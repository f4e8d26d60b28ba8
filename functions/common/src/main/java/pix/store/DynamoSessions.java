package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pix.Page;
import pix.session.Event;
import pix.session.JuryState;
import pix.session.Session;
import pix.session.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Sessions in the table {@code Sessions}: partition {@code sessionId}, sort key {@code facet}: {@code session} the plan
 * and its state, {@code candidate#learnerId} each seat taken, {@code event#…} the log. Three indexes hold keys only, so
 * that taking a seat costs nothing in them: {@code byOrganisation}, {@code byDepartment} of what can be booked,
 * {@code byJury} of what waits for publication. Thread-safe.
 */
public final class DynamoSessions implements Sessions {
    private static final int PAGE = 20;
    private static final int LOG_PAGE = 200;

    private final DynamoDbClient client;
    private final String table;

    public DynamoSessions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(Session session, Event event) {
        Put put = Put.builder().tableName(table).item(SessionItems.write(session))
                .conditionExpression("attribute_not_exists(sessionId)").build();
        Transactions.write(client, List.of(TransactWriteItem.builder().put(put).build(), EventItems.put(table, event)))
                .ifPresent(e -> {
                    throw e;
                });
    }

    @Override
    public Optional<Session> find(String sessionId) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                        .tableName(table).key(SessionItems.key(sessionId)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(SessionItems.read(item));
    }

    @Override
    public boolean change(Session after, Event event) {
        Update update = Replacement.of(table, SessionItems.key(after.sessionId()), SessionItems.write(after),
                SessionItems.COUNTERS, SessionItems.OPTIONAL, after.revision() - 1, "seatsTaken <= :capacity");
        return Transactions.write(client,
                        List.of(TransactWriteItem.builder().update(update).build(), EventItems.put(table, event)))
                .isEmpty();
    }

    @Override
    public List<Session> findAll(List<String> sessionIds) {
        List<Map<String, AttributeValue>> keys = sessionIds.stream().map(SessionItems::key).toList();
        return BatchRead.items(client, table, keys, true).stream().map(SessionItems::read).toList();
    }

    @Override
    public Page<Session> ofOrganisation(String organisationId, Optional<String> cursor) {
        return page(new Index("byOrganisation", "organisationId", organisationId, "startsAt"), "", Map.of(), false, cursor);
    }

    @Override
    public Page<Session> withSeats(String department, Instant from, Instant until, Optional<String> cursor) {
        Index index = new Index("byDepartment", "bookableIn", department, "startsAt");
        Map<String, AttributeValue> values = Map.of(":from", fromS(Values.text(from)), ":until", fromS(Values.text(until)));
        List<Session> found = new ArrayList<>();
        Optional<String> place = cursor;
        do {
            Page<Session> page = page(index, " AND startsAt BETWEEN :from AND :until", values, true, place);
            page.entries().stream().filter(s -> s.seatsLeft() > 0).forEach(found::add);
            place = page.cursor();
        } while (found.isEmpty() && place.isPresent());
        return new Page<>(found, place);
    }

    @Override
    public Page<Session> ofJury(JuryState state, Optional<String> cursor) {
        return page(new Index("byJury", "jury", state.code(), "finalisedAt"), "", Map.of(), true, cursor);
    }

    private record Index(String name, String partitionName, String partition, String sortName) {}

    /** One page of an index, each session read anew from the table: what the index says may be a moment old. */
    private Page<Session> page(
            Index index, String range, Map<String, AttributeValue> more, boolean forward, Optional<String> cursor) {
        Map<String, AttributeValue> values = new HashMap<>(more);
        values.put(":partition", fromS(index.partition()));
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName(index.name())
                .keyConditionExpression(index.partitionName() + " = :partition" + range)
                .expressionAttributeValues(values)
                .scanIndexForward(forward)
                .limit(PAGE);
        cursor.ifPresent(c -> query.exclusiveStartKey(startKey(index, c)));
        QueryResponse response = client.query(query.build());
        List<String> ids = response.items().stream().map(item -> item.get("sessionId").s()).toList();
        Map<String, Session> byId = findAll(ids).stream().collect(Collectors.toMap(Session::sessionId, s -> s));
        List<Session> sessions = ids.stream().map(byId::get).filter(s -> s != null).toList();
        return new Page<>(sessions, cursor(index, response.lastEvaluatedKey()));
    }

    private static Optional<String> cursor(Index index, Map<String, AttributeValue> last) {
        if (last == null || last.isEmpty()) return Optional.empty();
        return Optional.of(Cursors.write(last.get(index.sortName()).s(), last.get("sessionId").s()));
    }

    private static Map<String, AttributeValue> startKey(Index index, String cursor) {
        String[] place = Cursors.read(cursor);
        Map<String, AttributeValue> key = new HashMap<>(SessionItems.key(place[0]));
        key.put(index.partitionName(), fromS(index.partition()));
        key.put(index.sortName(), fromS(place[1]));
        return key;
    }

    @Override
    public Page<Event> log(String sessionId, Optional<String> cursor) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("sessionId = :session AND begins_with(facet, :event)")
                .expressionAttributeValues(Map.of(":session", fromS(sessionId), ":event", fromS(EventItems.FACET)))
                .consistentRead(true)
                .limit(LOG_PAGE);
        cursor.ifPresent(c -> query.exclusiveStartKey(
                Map.of("sessionId", fromS(sessionId), "facet", fromS(EventItems.FACET + Cursors.read(c)[1]))));
        QueryResponse response = client.query(query.build());
        Map<String, AttributeValue> last = response.lastEvaluatedKey();
        return new Page<>(response.items().stream().map(EventItems::read).toList(), last == null || last.isEmpty()
                ? Optional.empty()
                : Optional.of(Cursors.write(last.get("facet").s().substring(EventItems.FACET.length()), "log")));
    }

    static AttributeValue number(long value) {
        return fromN(String.valueOf(value));
    }
}
