package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one item, written and read by name, for the repositories whose writes are transactions and partial
 * updates: the enhanced client has neither counters beside a replaced item nor maps in lists. Not thread-safe.
 */
final class Attributes {
    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Attributes empty() {
        return new Attributes(new LinkedHashMap<>());
    }

    static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(item);
    }

    Map<String, AttributeValue> map() {
        return values;
    }

    Attributes put(String name, String value) {
        values.put(name, fromS(value));
        return this;
    }

    Attributes put(String name, Optional<String> value) {
        value.ifPresent(v -> put(name, v));
        return this;
    }

    Attributes put(String name, Instant value) {
        return put(name, Values.text(value));
    }

    Attributes putTime(String name, Optional<Instant> value) {
        return put(name, value.map(Values::text));
    }

    Attributes put(String name, long value) {
        values.put(name, fromN(String.valueOf(value)));
        return this;
    }

    Attributes put(String name, double value) {
        values.put(name, fromN(String.valueOf(value)));
        return this;
    }

    Attributes put(String name, boolean value) {
        values.put(name, fromBool(value));
        return this;
    }

    Attributes put(String name, byte[] value) {
        values.put(name, fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    Attributes put(String name, Attributes value) {
        values.put(name, fromM(value.map()));
        return this;
    }

    Attributes putTexts(String name, Collection<String> texts) {
        values.put(name, fromL(texts.stream().sorted().map(AttributeValue::fromS).toList()));
        return this;
    }

    /** Left out where null: DynamoDB has no empty set. */
    Attributes putSet(String name, Collection<String> texts) {
        if (texts != null) values.put(name, fromSs(List.copyOf(texts)));
        return this;
    }

    <T> Attributes put(String name, List<T> entries, Function<T, Attributes> write) {
        values.put(name, fromL(entries.stream().map(e -> fromM(write.apply(e).map())).toList()));
        return this;
    }

    Attributes putMap(String name, Map<String, String> texts) {
        Map<String, AttributeValue> map = new HashMap<>();
        texts.forEach((key, value) -> map.put(key, fromS(value)));
        values.put(name, fromM(map));
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        AttributeValue value = values.get(name);
        if (value == null) throw new IllegalStateException("an item has no attribute " + name);
        return value.s();
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optionalText(name).map(Instant::parse);
    }

    /** 0 where there is none. */
    long number(String name) {
        return has(name) ? Long.parseLong(values.get(name).n()) : 0;
    }

    double decimal(String name) {
        return Double.parseDouble(values.get(name).n());
    }

    /** False where there is none. */
    boolean flag(String name) {
        return has(name) && values.get(name).bool();
    }

    byte[] bytes(String name) {
        return values.get(name).b().asByteArray();
    }

    Optional<byte[]> optionalBytes(String name) {
        return Optional.ofNullable(values.get(name)).map(v -> v.b().asByteArray());
    }

    Optional<Attributes> optionalMap(String name) {
        return Optional.ofNullable(values.get(name)).map(v -> of(v.m()));
    }

    List<String> texts(String name) {
        return has(name) ? values.get(name).l().stream().map(AttributeValue::s).toList() : List.of();
    }

    Set<String> set(String name) {
        return has(name) ? Set.copyOf(values.get(name).ss()) : Set.of();
    }

    <T> List<T> list(String name, Function<Attributes, T> read) {
        return has(name) ? values.get(name).l().stream().map(v -> read.apply(of(v.m()))).toList() : List.of();
    }

    Map<String, String> textMap(String name) {
        Map<String, String> texts = new HashMap<>();
        if (has(name)) values.get(name).m().forEach((key, value) -> texts.put(key, value.s()));
        return texts;
    }
}
