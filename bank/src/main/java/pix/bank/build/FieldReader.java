package pix.bank.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pix.Language;

/**
 * Reads the fields of an item in one language: texts that are written once or in both, lists, yes or no. Tells every
 * problem of form at its place.
 */
final class FieldReader {
    private final Language language;
    private final Placeholders placeholders;

    /** @param placeholders null where the item is not a template: braces are plain then */
    FieldReader(Language language, Placeholders placeholders) {
        this.language = language;
        this.placeholders = placeholders;
    }

    /** What is written under the keys that are known there; others are errors. */
    static Map<String, Source> known(Source place, String what, String... keys) {
        if (!place.isMapping()) {
            place.error(what + " is written as `key: value` lines with: " + String.join(", ", keys));
            return Map.of();
        }
        var fields = place.mapping();
        unknown(fields, List.of(keys), what);
        fields.keySet().retainAll(List.of(keys));
        return fields;
    }

    static void unknown(Map<String, Source> fields, Collection<String> keys, String what) {
        fields.forEach((key, value) -> {
            boolean split = value.isScalar() && value.isPlain() && value.scalar().isEmpty();
            var cure = split ? ": a text with a comma inside {…} needs quotation marks" : "";
            if (!keys.contains(key)) value.error("`" + key + "` is not a key of " + what + cure);
        });
    }

    String required(Source owner, Map<String, Source> fields, String key) {
        if (fields.containsKey(key)) return text(fields.get(key));
        owner.error("`" + key + "` is missing");
        return "";
    }

    String optional(Map<String, Source> fields, String key) {
        return fields.containsKey(key) ? text(fields.get(key)) : "";
    }

    static List<Source> list(Source owner, Map<String, Source> fields, String key) {
        var place = fields.get(key);
        if (place == null) {
            owner.error("`" + key + "` is missing");
            return List.of();
        }
        if (!place.isList() || place.list().isEmpty()) place.error("`" + key + "` is a list");
        return place.list();
    }

    /** One text, a list of them, or one of the two for each language. */
    List<String> texts(Source owner, Map<String, Source> fields, String key) {
        var place = fields.get(key);
        if (place == null) {
            owner.error("`" + key + "` is missing");
            return List.of();
        }
        var mine = place.isMapping() ? inLanguage(place, Function.identity()) : place;
        if (mine == null) return List.of();
        if (mine.isList() && mine.list().isEmpty()) mine.error("`" + key + "` has nothing in it");
        return mine.isList() ? mine.list().stream().map(this::text).toList() : List.of(text(mine));
    }

    static boolean flag(Map<String, Source> fields, String key) {
        if (!fields.containsKey(key)) return false;
        var value = fields.get(key).value();
        if (!(value instanceof Boolean)) fields.get(key).error("`" + key + "` is true or false");
        return Boolean.TRUE.equals(value);
    }

    String text(Source place) {
        if (place.isMapping()) {
            var text = inLanguage(place, this::text);
            return text == null ? "" : text;
        }
        if (!place.isScalar()) {
            place.error("a text is expected here, or {fr: …, en: …}");
            return "";
        }
        if (place.scalar().isBlank()) place.error("the text is empty");
        var hidden = place.scalar().codePoints().filter(FieldReader::isForbidden).findFirst();
        if (hidden.isPresent()) place.error("a character that cannot be shown: U+%04X".formatted(hidden.getAsInt()));
        return placeholders == null ? place.scalar() : placeholders.read(place.scalar(), place);
    }

    private <T> T inLanguage(Source place, Function<Source, T> read) {
        var languages = known(place, "a text in two languages", "fr", "en");
        for (var tag : List.of("fr", "en")) if (!languages.containsKey(tag)) place.error("`" + tag + "` is missing");
        var mine = languages.get(language.tag());
        if (mine != null && mine.isMapping()) {
            mine.error("a text is expected here");
            return null;
        }
        return mine == null ? null : read.apply(mine);
    }

    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED
                || type == Character.CONTROL && character != '\n' && character != '\t';
    }
}
