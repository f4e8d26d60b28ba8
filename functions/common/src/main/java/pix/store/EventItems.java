package pix.store;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import pix.session.Event;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Events to items of the table and back: in the order of time, events of one moment in any order. */
final class EventItems {
    static final String FACET = "event#";

    private EventItems() {}

    static TransactWriteItem put(String table, Event event) {
        String place = Values.text(event.at()) + "#" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        Attributes item = Attributes.empty()
                .put("sessionId", event.sessionId())
                .put("facet", FACET + place)
                .put("at", event.at())
                .put("kind", event.kind())
                .put("actorId", event.actorId())
                .put("candidateId", event.candidateId());
        if (!event.details().isEmpty()) item.putMap("details", event.details());
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item.map())
                        .conditionExpression("attribute_not_exists(sessionId)").build())
                .build();
    }

    static Event read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Event(item.text("sessionId"), item.time("at"), item.text("kind"), item.text("actorId"),
                item.optionalText("candidateId"), item.textMap("details"));
    }
}
