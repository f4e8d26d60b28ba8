package pix.bank;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person answered: one shape per kind of item, or nothing. Ids are those of the {@link Question}. */
public sealed interface Response {
    /** The most characters of one typed text. */
    int MAX_TEXT = 500;

    /** To {@code choice}. */
    record Choice(String choice) implements Response {}

    /** To {@code choices}: in any order. */
    record Choices(List<String> choices) implements Response {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** To {@code text} and {@code number}. */
    record Text(String text) implements Response {}

    /** To {@code fields}: field id to what was typed, or to the text of the option picked. */
    record Fields(Map<String, String> fields) implements Response {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** To {@code order}: every choice once. */
    record Order(List<String> order) implements Response {
        public Order {
            order = List.copyOf(order);
        }
    }

    /** To {@code match}: the id of a field (left) to the id of a choice (right). */
    record Match(Map<String, String> pairs) implements Response {
        public Match {
            pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        }
    }

    /** "I do not know": fits every kind. */
    record Skip() implements Response {}
}
