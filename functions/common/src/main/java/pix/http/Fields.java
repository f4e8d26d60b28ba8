package pix.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pix.InvalidInput;
import pix.InvalidInput.Fault;

/**
 * Reads the fields of a JSON object and notes every fault, so that a caller hears of all of them at once:
 * read everything, then {@link #check()}, then use what was read. What is faulty reads as a harmless stand-in.
 * Not thread-safe.
 */
public final class Fields {
    private final ObjectNode json;
    private final List<Fault> faults = new ArrayList<>();

    /** @param allowed the names the object may have; any other is a fault */
    Fields(ObjectNode json, Collection<String> allowed) {
        this.json = json;
        json.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) fault(name, "unknown-field");
        });
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** A required text, trimmed, of {@code shortest} to {@code longest} characters. */
    public String text(String name, int shortest, int longest) {
        return optionalText(name, shortest, longest).orElseGet(() -> {
            if (!has(name)) fault(name, "required");
            return "";
        });
    }

    public Optional<String> optionalText(String name, int shortest, int longest) {
        return value(name).flatMap(value -> {
            if (!value.isTextual()) return faulty(name, "wrong-type");
            String text = value.textValue().strip();
            if (text.isEmpty() && shortest > 0) return faulty(name, "required");
            if (text.length() < shortest) return faulty(name, "too-short");
            if (text.length() > longest) return faulty(name, "too-long");
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) return faulty(name, "malformed");
            return Optional.of(text);
        });
    }

    /** A required secret: as text, but kept as typed. */
    public String secret(String name, int longest) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return this.<String>faulty(name, "required").orElse("");
        if (!value.get().isTextual()) return this.<String>faulty(name, "wrong-type").orElse("");
        String secret = value.get().textValue();
        if (secret.isEmpty()) fault(name, "required");
        if (secret.length() > longest) fault(name, "too-long");
        return secret;
    }

    /** A required text that stands for one of some values; null where it is faulty. */
    public <T> T oneOf(String name, Function<String, Optional<T>> values) {
        return optionalOneOf(name, values).orElseGet(() -> {
            if (!has(name)) fault(name, "required");
            return null;
        });
    }

    public <T> Optional<T> optionalOneOf(String name, Function<String, Optional<T>> values) {
        return value(name).flatMap(value -> {
            if (!value.isTextual()) return this.<T>faulty(name, "wrong-type");
            Optional<T> known = values.apply(value.textValue());
            return known.isPresent() ? known : this.<T>faulty(name, "unknown-value");
        });
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optionalText(name, 1, 40).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return faulty(name, "not-a-date");
            }
        });
    }

    public Optional<Instant> optionalTime(String name) {
        return optionalText(name, 1, 40).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                return faulty(name, "not-a-time");
            }
        });
    }

    /** A required time, the epoch where it is faulty. */
    public Instant time(String name) {
        if (!has(name)) fault(name, "required");
        return optionalTime(name).orElse(Instant.EPOCH);
    }

    public Optional<Integer> optionalInteger(String name, int least, int most) {
        return has(name) ? Optional.of(integer(name, least, most)) : Optional.empty();
    }

    /** An optional list of at most {@code most} texts, each of 1 to {@code longest} characters; empty where absent. */
    public List<String> texts(String name, int most, int longest) {
        return value(name).map(value -> {
            List<String> texts = new ArrayList<>();
            if (!value.isArray()) fault(name, "wrong-type");
            else if (value.size() > most) fault(name, "too-many");
            else for (int i = 0; i < value.size(); i++) addText(texts, name + "/" + i, value.get(i), longest);
            return texts;
        }).orElse(List.of());
    }

    private void addText(List<String> texts, String name, JsonNode value, int longest) {
        if (!value.isTextual()) fault(name, "wrong-type");
        else if (value.textValue().isBlank()) fault(name, "required");
        else if (value.textValue().length() > longest) fault(name, "too-long");
        else texts.add(value.textValue().strip());
    }

    /** An optional list of at most {@code most} objects, each read by {@code read}; empty where absent. */
    public <T> List<T> objects(String name, int most, Set<String> allowed, Function<Fields, T> read) {
        return value(name).map(value -> {
            List<T> objects = new ArrayList<>();
            if (!value.isArray()) fault(name, "wrong-type");
            else if (value.size() > most) fault(name, "too-many");
            else for (int i = 0; i < value.size(); i++) addObject(objects, name + "/" + i, value.get(i), allowed, read);
            return objects;
        }).orElse(List.of());
    }

    private <T> void addObject(List<T> objects, String name, JsonNode value, Set<String> allowed, Function<Fields, T> read) {
        if (!(value instanceof ObjectNode object)) {
            fault(name, "wrong-type");
            return;
        }
        Fields fields = new Fields(object, allowed);
        T entry = read.apply(fields);
        if (fields.faults.isEmpty()) objects.add(entry);
        fields.faults.forEach(f -> faults.add(new Fault("/" + name + f.pointer(), f.code())));
    }

    /** A required whole number, {@code least} where it is faulty. */
    public int integer(String name, int least, int most) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) fault(name, "required");
        else if (!value.get().canConvertToInt() || !value.get().isIntegralNumber()) fault(name, "wrong-type");
        else if (value.get().intValue() < least || value.get().intValue() > most) fault(name, "out-of-range");
        else return value.get().intValue();
        return least;
    }

    /** A required truth value, false where it is faulty. */
    public boolean flag(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) fault(name, "required");
        else if (!value.get().isBoolean()) fault(name, "wrong-type");
        else return value.get().booleanValue();
        return false;
    }

    /** An optional list of at most {@code most} texts, each of which stands for one of some values. */
    public <T> Optional<Set<T>> optionalSet(String name, Function<String, Optional<T>> values, int most) {
        return value(name).flatMap(value -> {
            if (!value.isArray()) return faulty(name, "wrong-type");
            if (value.size() > most) return faulty(name, "too-many");
            Set<T> found = new HashSet<>();
            for (int i = 0; i < value.size(); i++) {
                Optional<T> known = Optional.ofNullable(value.get(i).textValue()).flatMap(values);
                if (known.isEmpty()) fault(name + "/" + i, value.get(i).isTextual() ? "unknown-value" : "wrong-type");
                known.ifPresent(found::add);
            }
            return Optional.of(Set.copyOf(found));
        });
    }

    /** A required object, read by its own rules; null where it is faulty. */
    public ObjectNode object(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) fault(name, "required");
        else if (!(value.get() instanceof ObjectNode)) fault(name, "wrong-type");
        else return (ObjectNode) value.get();
        return null;
    }

    /** Notes a fault the caller of this class found in a field. */
    public void fault(String name, String code) {
        faults.add(new Fault("/" + name, code));
    }

    /** @throws InvalidInput with every fault noted, where there is one */
    public void check() {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(v -> !(v instanceof NullNode));
    }

    private <T> Optional<T> faulty(String name, String code) {
        fault(name, code);
        return Optional.empty();
    }
}
