package pix.store;

import static pix.store.DynamoSessions.number;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.session.Agenda;
import pix.session.Candidate;
import pix.session.Event;
import pix.session.Seats;
import pix.session.Session;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Seats in the table {@code Sessions}. Taking one is a single transaction: the counter of the session, guarded by its
 * state and capacity; the candidate, who must be new; the agenda {@code learner#… / agenda}, guarded by its revision;
 * and the event. Thread-safe.
 */
public final class DynamoSeats implements Seats {
    private static final String AGENDA = "agenda";
    private static final String ALIVE = "#state IN (:open, :running)";

    private final DynamoDbClient client;
    private final String table;

    public DynamoSeats(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Agenda agenda(String learnerId) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                        .tableName(table).key(agendaKey(learnerId)).consistentRead(true))
                .item();
        if (item.isEmpty()) return Agenda.empty(learnerId);
        Attributes agenda = Attributes.of(item);
        return new Agenda(learnerId, agenda.number("revision"), agenda.texts("sessionIds"));
    }

    @Override
    public Taking take(Session session, List<Newcomer> newcomers, Event event) {
        int capacity = session.plan().capacity();
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(TransactWriteItem.builder().update(Update.builder()
                .tableName(table)
                .key(SessionItems.key(session.sessionId()))
                .updateExpression("ADD seatsTaken :more")
                .conditionExpression(ALIVE + " AND #capacity = :capacity AND seatsTaken <= :most")
                .expressionAttributeNames(Map.of("#state", "state", "#capacity", "capacity"))
                .expressionAttributeValues(Map.of(":open", fromS("open"), ":running", fromS("running"),
                        ":more", number(newcomers.size()), ":capacity", number(capacity),
                        ":most", number(capacity - newcomers.size())))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build()).build());
        for (Newcomer newcomer : newcomers) {
            actions.add(TransactWriteItem.builder().put(Put.builder()
                    .tableName(table)
                    .item(CandidateItems.write(newcomer.candidate()))
                    .conditionExpression("attribute_not_exists(sessionId)")
                    .build()).build());
            actions.add(put(newcomer.after()));
        }
        actions.add(EventItems.put(table, event));
        return Transactions.write(client, actions).map(e -> why(e, newcomers.size())).orElse(Taking.TAKEN);
    }

    private static Taking why(TransactionCanceledException e, int wanted) {
        if (!Cancellations.conditionFailed(e, 0)) return Taking.CHANGED;
        CancellationReason reason = e.cancellationReasons().getFirst();
        if (!reason.hasItem() || reason.item().isEmpty()) return Taking.CLOSED;
        Session now = SessionItems.read(reason.item());
        if (!now.state().alive()) return Taking.CLOSED;
        return now.seatsLeft() < wanted ? Taking.FULL : Taking.CHANGED;
    }

    @Override
    public boolean release(Candidate candidate, Agenda after, Event event) {
        TransactWriteItem counter = TransactWriteItem.builder().update(Update.builder()
                .tableName(table)
                .key(SessionItems.key(candidate.sessionId()))
                .updateExpression("ADD seatsTaken :fewer")
                .conditionExpression(ALIVE)
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":open", fromS("open"), ":running", fromS("running"), ":fewer", number(-1)))
                .build()).build();
        TransactWriteItem seat = TransactWriteItem.builder().delete(Delete.builder()
                .tableName(table)
                .key(CandidateItems.key(candidate.sessionId(), candidate.learnerId()))
                .conditionExpression("#revision = :revision")
                .expressionAttributeNames(Map.of("#revision", "revision"))
                .expressionAttributeValues(Map.of(":revision", number(candidate.revision())))
                .build()).build();
        Optional<TransactionCanceledException> refused =
                Transactions.write(client, List.of(counter, seat, put(after), EventItems.put(table, event)));
        return refused.isEmpty();
    }

    private TransactWriteItem put(Agenda agenda) {
        Map<String, AttributeValue> item = Attributes.of(new java.util.HashMap<>(agendaKey(agenda.learnerId())))
                .put("revision", agenda.revision())
                .putTexts("sessionIds", agenda.sessionIds())
                .map();
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (agenda.revision() == 1) {
            put.conditionExpression("attribute_not_exists(sessionId)");
        } else {
            put.conditionExpression("#revision = :before")
                    .expressionAttributeNames(Map.of("#revision", "revision"))
                    .expressionAttributeValues(Map.of(":before", number(agenda.revision() - 1)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    static Map<String, AttributeValue> agendaKey(String learnerId) {
        return Map.of("sessionId", fromS("learner#" + learnerId), "facet", fromS(AGENDA));
    }
}
