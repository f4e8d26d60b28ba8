package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pix.calibration.Calibrations;
import pix.calibration.ItemCounts;
import pix.calibration.Totals;
import pix.calibration.Version;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The table {@code Calibrations}: partition {@code series}, sort key {@code entry}.
 *
 * <ul>
 *   <li>{@code progress}: how far tests are counted; its condition lets one of two runs win.
 *   <li>{@code counts#…}: the counts as they were at a moment, in parts; a crash may leave some that nothing points to.
 *   <li>{@code versions}: one item a version, put in the same transaction as the progress.
 *   <li>{@code activations}: one item each time an operator switched one on; the newest holds.
 * </ul>
 *
 * Thread-safe.
 */
public final class DynamoCalibrations implements Calibrations {
    private static final String PROGRESS = "progress";
    private static final String VERSIONS = "versions";
    private static final String ACTIVATIONS = "activations";
    /** An item of the table takes 400 KB, the counts of some 600 items of the bank: good for 40,000 of them. */
    private static final int PARTS = 64;

    private final DynamoDbClient client;
    private final String table;

    public DynamoCalibrations(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Progress> progress() {
        return get(PROGRESS, PROGRESS).map(CalibrationItems::progress);
    }

    @Override
    public Totals totals(Progress at) {
        Map<Integer, ItemCounts> items = new HashMap<>();
        for (Attributes part : query(all(counts(at)))) items.putAll(CalibrationItems.counts(part));
        return new Totals(at.tests(), items);
    }

    @Override
    public boolean advance(Progress from, Progress to, Optional<Made> made) {
        made.ifPresent(m -> putCounts(to, m.totals()));
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(put(CalibrationItems.progress(item(PROGRESS, PROGRESS), to), "attribute_not_exists(series) OR countedBefore = :from",
                Map.of(":from", fromS(Values.text(from.countedBefore())))));
        made.ifPresent(m -> actions.add(put(
                CalibrationItems.version(item(VERSIONS, number(m.version().number())), m.version()),
                "attribute_not_exists(series)", Map.of())));
        return Transactions.write(client, actions).isEmpty();
    }

    /** The same progress has the same counts, so that whoever puts them again changes nothing. */
    private void putCounts(Progress at, Totals totals) {
        for (int part = 0; part < PARTS; part++) {
            Map<Integer, ItemCounts> some = new HashMap<>();
            for (var item : totals.items().entrySet()) {
                if (Math.floorMod(item.getKey(), PARTS) == part) some.put(item.getKey(), item.getValue());
            }
            if (some.isEmpty()) continue;
            Attributes put = CalibrationItems.counts(item(counts(at), "%02d".formatted(part)), some);
            client.putItem(p -> p.tableName(table).item(put.map()));
        }
    }

    @Override
    public int active() {
        return query(newest(ACTIVATIONS, 1)).stream().findFirst().map(a -> (int) a.number("version")).orElse(0);
    }

    @Override
    public Optional<Version> find(int number) {
        return get(VERSIONS, number(number)).map(CalibrationItems::version);
    }

    @Override
    public List<Version> latest(int most) {
        return query(newest(VERSIONS, most)).stream().map(CalibrationItems::version).toList();
    }

    @Override
    public void activate(Activation activation) {
        Attributes put = item(ACTIVATIONS, Values.text(activation.at()))
                .put("version", activation.version())
                .put("activatedBy", activation.by());
        client.putItem(p -> p.tableName(table).item(put.map()));
    }

    private static String counts(Progress at) {
        return "counts#" + Values.text(at.countsOf());
    }

    /** So that texts sort as numbers do. */
    private static String number(int version) {
        return "%08d".formatted(version);
    }

    private static Attributes item(String series, String entry) {
        return Attributes.empty().put("series", series).put("entry", entry);
    }

    private Optional<Attributes> get(String series, String entry) {
        Map<String, AttributeValue> item = client.getItem(g -> g
                        .tableName(table).key(item(series, entry).map()).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Attributes.of(item));
    }

    private QueryRequest.Builder all(String series) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("series = :series")
                .expressionAttributeValues(Map.of(":series", fromS(series)))
                .consistentRead(true);
    }

    private QueryRequest.Builder newest(String series, int most) {
        return all(series).scanIndexForward(false).limit(most);
    }

    /** Every page, or the one page that a limit asks for. */
    private List<Attributes> query(QueryRequest.Builder request) {
        List<Attributes> found = new ArrayList<>();
        QueryResponse page = client.query(request.build());
        page.items().forEach(item -> found.add(Attributes.of(item)));
        while (page.hasLastEvaluatedKey() && request.build().limit() == null) {
            page = client.query(request.exclusiveStartKey(page.lastEvaluatedKey()).build());
            page.items().forEach(item -> found.add(Attributes.of(item)));
        }
        return found;
    }

    private TransactWriteItem put(Attributes item, String condition, Map<String, AttributeValue> values) {
        Put.Builder put = Put.builder().tableName(table).item(item.map()).conditionExpression(condition);
        return TransactWriteItem.builder()
                .put((values.isEmpty() ? put : put.expressionAttributeValues(values)).build())
                .build();
    }
}
