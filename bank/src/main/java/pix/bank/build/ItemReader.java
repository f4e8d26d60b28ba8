package pix.bank.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pix.Language;
import pix.bank.Attachment;
import pix.bank.Blanks;
import pix.bank.Document;
import pix.bank.Kind;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.SeveralChoices;
import pix.bank.Sequence;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TextMatch;
import pix.bank.TypedNumber;
import pix.bank.TypedText;
import pix.bank.Wording;

/**
 * Reads the wording of an item in one language. Tells every problem of form at its place and reads on; what it returns
 * is only of use where there was none, and null where not even that.
 */
final class ItemReader {
    private static final Set<String> FORMATS = Set.of("csv", "txt", "json", "html");

    private final Language language;
    private final Placeholders placeholders;

    /** {@code placeholders} is null where the item is not a template: braces are plain then. */
    ItemReader(Language language, Placeholders placeholders) {
        this.language = language;
        this.placeholders = placeholders;
    }

    Wording wording(Kind kind, Source item, Map<String, Source> fields) {
        var task = task(kind, item, fields);
        var documents = fields.containsKey("documents") ? documents(fields.get("documents")) : List.<Document>of();
        var attachments = fields.containsKey("attachments") ? attachments(fields.get("attachments")) : List.<Attachment>of();
        var text = required(item, fields, "text");
        var explanation = required(item, fields, "explanation");
        var tip = required(item, fields, "tip");
        return task == null ? null : new Wording(text, task, documents, attachments, explanation, tip);
    }

    private Task task(Kind kind, Source item, Map<String, Source> fields) {
        return switch (kind) {
            case CHOICE -> singleChoice(item, fields, "choices");
            case CHOICES -> severalChoices(item, fields);
            case TEXT -> typedText(item, fields);
            case NUMBER -> {
                var key = numberKey(item, fields);
                yield key == null ? null : new TypedNumber(key);
            }
            case FIELDS -> blanks(item, fields);
            case ORDER -> sequence(item, fields);
            case MATCH -> pairing(item, fields);
        };
    }

    private SingleChoice singleChoice(Source owner, Map<String, Source> fields, String key) {
        var options = options(owner, fields, key);
        if (options.isEmpty()) return null;
        long right = options.stream().filter(Task.Option::right).count();
        if (right != 1) fields.get(key).error("exactly one is `right`, here " + right);
        if (options.size() < 3 || options.size() > 6) fields.get(key).error("two to five are `wrong`, here " + (options.size() - right));
        return right == 1 ? new SingleChoice(options, flag(fields, "ordered")) : null;
    }

    private SeveralChoices severalChoices(Source item, Map<String, Source> fields) {
        var options = options(item, fields, "choices");
        if (options.isEmpty()) return null;
        long right = options.stream().filter(Task.Option::right).count();
        var place = fields.get("choices");
        if (right == 0) place.error("at least one is `right`");
        if (right == options.size()) place.error("at least one is `wrong`");
        if (options.size() < 3 || options.size() > 10) place.error("three to ten choices, here " + options.size());
        return right == 0 ? null : new SeveralChoices(options, flag(fields, "ordered"));
    }

    private List<Task.Option> options(Source owner, Map<String, Source> fields, String key) {
        var options = new ArrayList<Task.Option>();
        for (var entry : list(owner, fields, key)) {
            var written = entry.mapping();
            if (written.size() == 1 && written.containsKey("right")) options.add(new Task.Option(text(written.get("right")), true));
            else if (written.size() == 1 && written.containsKey("wrong")) options.add(new Task.Option(text(written.get("wrong")), false));
            else entry.error("a choice is `right: …` or `wrong: …`");
        }
        return options;
    }

    private TypedText typedText(Source owner, Map<String, Source> fields) {
        var accepted = texts(owner, fields, "accept");
        var match = TextMatch.WORDS;
        if (fields.containsKey("match")) {
            var tag = fields.get("match");
            var found = TextMatch.ofTag(tag.scalar());
            if (found.isEmpty()) tag.error("`match` is words, code or exact");
            match = found.orElse(match);
        }
        return accepted.isEmpty() ? null : new TypedText(accepted, match);
    }

    private NumberKey numberKey(Source owner, Map<String, Source> fields) {
        var accepted = texts(owner, fields, "accept");
        var tolerance = fields.containsKey("tolerance") ? text(fields.get("tolerance")) : "0";
        var units = fields.containsKey("unit") ? texts(owner, fields, "unit") : List.<String>of();
        return accepted.isEmpty() ? null : new NumberKey(accepted, tolerance, units);
    }

    private Blanks blanks(Source item, Map<String, Source> fields) {
        var blanks = new ArrayList<Blanks.Blank>();
        var written = list(item, fields, "fields");
        var ids = new java.util.HashSet<String>();
        for (var entry : written) {
            var field = known(entry, "a field", "id", "label", "accept", "match", "number", "options", "ordered");
            if (field.isEmpty()) continue;
            var id = field.get("id");
            if (id == null || !id.scalar().matches("[A-Za-z0-9_-]{1,40}")) entry.error("a field needs an `id` of letters, digits and hyphens");
            else if (!ids.add(id.scalar())) id.error("two fields have the id `" + id.scalar() + "`");
            var label = required(entry, field, "label");
            var filling = filling(entry, field);
            if (filling != null) blanks.add(new Blanks.Blank(label, filling));
        }
        if (written.size() > 12) item.error("at most twelve fields");
        return blanks.isEmpty() ? null : new Blanks(blanks);
    }

    private Blanks.Filling filling(Source place, Map<String, Source> field) {
        int ways = 0;
        for (var way : List.of("accept", "number", "options")) if (field.containsKey(way)) ways++;
        if (ways != 1) {
            place.error("a field has one of `accept`, `number`, `options`");
            return null;
        }
        if (field.containsKey("match") && !field.containsKey("accept")) field.get("match").error("`match` goes with `accept`");
        if (field.containsKey("ordered") && !field.containsKey("options")) field.get("ordered").error("`ordered` goes with `options`");
        if (field.containsKey("accept")) {
            var text = typedText(place, field);
            return text == null ? null : new Blanks.Words(text);
        }
        if (field.containsKey("number")) {
            var number = field.get("number");
            var key = numberKey(number, known(number, "`number`", "accept", "tolerance", "unit"));
            return key == null ? null : new Blanks.Figure(key);
        }
        var options = options(place, field, "options");
        long right = options.stream().filter(Task.Option::right).count();
        if (right != 1) field.get("options").error("exactly one option is `right`, here " + right);
        if (options.size() < 2 || options.size() > 12) field.get("options").error("two to twelve options, here " + options.size());
        return right == 1 ? new Blanks.OneOf(new SingleChoice(options, flag(field, "ordered"))) : null;
    }

    private Sequence sequence(Source item, Map<String, Source> fields) {
        var things = list(item, fields, "order").stream().map(this::text).toList();
        if (fields.containsKey("order") && (things.size() < 3 || things.size() > 10)) {
            fields.get("order").error("three to ten things to put in order, here " + things.size());
        }
        return things.size() < 2 ? null : new Sequence(things);
    }

    /** Rights written alike are one right, shown once. */
    private Pairing pairing(Source item, Map<String, Source> fields) {
        var lefts = new ArrayList<String>();
        var rights = new ArrayList<String>();
        var partners = new ArrayList<Integer>();
        var partnerSources = new ArrayList<Object>();
        for (var entry : list(item, fields, "pairs")) {
            var pair = known(entry, "a pair", "left", "right");
            if (!pair.containsKey("left") || !pair.containsKey("right")) {
                entry.error("a pair is {left: …, right: …}");
                continue;
            }
            lefts.add(text(pair.get("left")));
            var source = pair.get("right").value();
            int same = partnerSources.indexOf(source);
            var right = text(pair.get("right"));
            if (same < 0) {
                same = rights.size();
                rights.add(right);
                partnerSources.add(source);
            }
            partners.add(same);
        }
        if (fields.containsKey("extra")) for (var extra : fields.get("extra").list()) rights.add(text(extra));
        if (fields.containsKey("extra") && !fields.get("extra").isList()) fields.get("extra").error("`extra` is a list");
        if (fields.containsKey("pairs") && (lefts.size() < 2 || lefts.size() > 10)) fields.get("pairs").error("two to ten pairs, here " + lefts.size());
        if (rights.size() == 1) fields.get("pairs").error("everything goes with the same right");
        return lefts.isEmpty() ? null : new Pairing(lefts, rights, partners);
    }

    private List<Document> documents(Source place) {
        if (!place.isList() || place.list().isEmpty()) place.error("`documents` is a list");
        var documents = new ArrayList<Document>();
        for (var entry : place.list()) {
            var written = known(entry, "a document", "table", "mail", "page", "dialog", "chat", "code", "picture");
            if (written.size() != 1) {
                if (written.size() > 1 || entry.mapping().isEmpty()) entry.error("a document has one key: table, mail, page, dialog, chat, code or picture");
                continue;
            }
            var tag = written.keySet().iterator().next();
            var document = document(tag, written.get(tag));
            if (document != null) documents.add(document);
        }
        return documents;
    }

    private Document document(String tag, Source place) {
        return switch (tag) {
            case "table" -> table(place);
            case "mail" -> {
                var f = known(place, tag, "from", "to", "cc", "subject", "date", "body");
                yield new Document.Mail(required(place, f, "from"), optional(f, "to"), optional(f, "cc"), required(place, f, "subject"),
                        optional(f, "date"), required(place, f, "body"));
            }
            case "page" -> {
                var f = known(place, tag, "address", "title", "body");
                yield new Document.Page(required(place, f, "address"), optional(f, "title"), required(place, f, "body"));
            }
            case "dialog" -> {
                var f = known(place, tag, "title", "body", "buttons");
                yield new Document.Dialog(optional(f, "title"), required(place, f, "body"),
                        f.containsKey("buttons") ? texts(place, f, "buttons") : List.of());
            }
            case "chat" -> chat(place);
            case "code" -> {
                var f = known(place, tag, "title", "text");
                yield new Document.Code(optional(f, "title"), required(place, f, "text"));
            }
            case "picture" -> {
                var f = known(place, tag, "svg", "alt");
                yield new Document.Picture(required(place, f, "svg"), required(place, f, "alt"));
            }
            default -> null;
        };
    }

    private Document table(Source place) {
        var f = known(place, "table", "caption", "header", "rows", "sheet");
        var rows = new ArrayList<List<String>>();
        for (var row : list(place, f, "rows")) {
            if (!row.isList()) row.error("a row is a list of cells");
            rows.add(row.list().stream().map(this::cell).toList());
        }
        if (f.containsKey("header") && !f.get("header").isList()) f.get("header").error("`header` is a list");
        var header = f.containsKey("header") ? f.get("header").list().stream().map(this::cell).toList() : List.<String>of();
        int width = header.isEmpty() ? rows.isEmpty() ? 0 : rows.getFirst().size() : header.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) place.error("every row has as many cells as the first: " + width);
        if (!header.isEmpty() && header.stream().anyMatch(String::isBlank) && !flag(f, "sheet")) {
            f.get("header").warn("a column without a name is hard to follow with a screen reader");
        }
        return new Document.Table(optional(f, "caption"), header, rows, flag(f, "sheet"));
    }

    /** A cell may be empty. */
    private String cell(Source place) {
        if (place.isDecimal()) place.warn(place.scalar() + " is shown in French with a point too: write {fr: '" + place.scalar().replace('.', ',') + "', en: '" + place.scalar() + "'} where it is a number");
        return place.isScalar() && (place.scalar().isEmpty() || place.isPlain() && place.scalar().matches("~|null")) ? "" : text(place);
    }

    private Document chat(Source place) {
        var f = known(place, "chat", "title", "messages");
        var messages = new ArrayList<Document.Chat.Message>();
        for (var entry : list(place, f, "messages")) {
            var message = known(entry, "a message", "from", "text");
            messages.add(new Document.Chat.Message(required(entry, message, "from"), required(entry, message, "text")));
        }
        return new Document.Chat(optional(f, "title"), messages);
    }

    private List<Attachment> attachments(Source place) {
        if (!place.isList() || place.list().isEmpty()) place.error("`attachments` is a list");
        var attachments = new ArrayList<Attachment>();
        for (var entry : place.list()) {
            var f = known(entry, "an attachment", "name", "content");
            var name = required(entry, f, "name");
            if (f.containsKey("name") && !FORMATS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                f.get("name").error("an attachment is a csv, txt, json or html file");
            }
            attachments.add(new Attachment(name, required(entry, f, "content")));
        }
        return attachments;
    }

    /** What is written under the keys that are known there; others are errors. */
    private static Map<String, Source> known(Source place, String what, String... keys) {
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

    private String required(Source owner, Map<String, Source> fields, String key) {
        if (fields.containsKey(key)) return text(fields.get(key));
        owner.error("`" + key + "` is missing");
        return "";
    }

    private String optional(Map<String, Source> fields, String key) {
        return fields.containsKey(key) ? text(fields.get(key)) : "";
    }

    private static List<Source> list(Source owner, Map<String, Source> fields, String key) {
        var place = fields.get(key);
        if (place == null) {
            owner.error("`" + key + "` is missing");
            return List.of();
        }
        if (!place.isList() || place.list().isEmpty()) place.error("`" + key + "` is a list");
        return place.list();
    }

    /** One text, a list of them, or one of the two for each language. */
    private List<String> texts(Source owner, Map<String, Source> fields, String key) {
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

    private static boolean flag(Map<String, Source> fields, String key) {
        if (!fields.containsKey(key)) return false;
        var value = fields.get(key).value();
        if (!(value instanceof Boolean)) fields.get(key).error("`" + key + "` is true or false");
        return Boolean.TRUE.equals(value);
    }

    private String text(Source place) {
        if (place.isMapping()) {
            var text = inLanguage(place, this::text);
            return text == null ? "" : text;
        }
        if (!place.isScalar()) {
            place.error("a text is expected here, or {fr: …, en: …}");
            return "";
        }
        if (place.scalar().isBlank()) place.error("the text is empty");
        var hidden = place.scalar().codePoints().filter(ItemReader::isForbidden).findFirst();
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
