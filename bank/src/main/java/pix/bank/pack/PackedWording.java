package pix.bank.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pix.Language;
import pix.bank.Attachment;
import pix.bank.Blanks;
import pix.bank.Document;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.Sequence;
import pix.bank.SeveralChoices;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TextMatch;
import pix.bank.TypedNumber;
import pix.bank.TypedText;
import pix.bank.Variants;
import pix.bank.Wording;

/**
 * An item's wording in both languages and the values of its variants, read when first asked for
 * and kept. Safe for several threads: at worst two read the same one at the same time.
 */
final class PackedWording {
    private static final String BETWEEN = "\u001f";
    private static final char FIRST = '0';

    private final Wordings wordings;
    private final int start;
    private final int length;
    private volatile Content content;

    private record Content(Wording fr, Wording en, List<Column> columns) {}

    /** The different values of a placeholder, and for each variant the position of its value, from '0' on. */
    private record Column(String[] fr, String[] en, String at) {
        String value(int variant, Language language) {
            int position = at.isEmpty() ? variant : at.charAt(variant) - FIRST;
            return (language == Language.FR ? fr : en)[position];
        }
    }

    PackedWording(Wordings wordings, int start, int length) {
        this.wordings = wordings;
        this.start = start;
        this.length = length;
    }

    Wording in(Language language) {
        var content = content();
        return switch (language) {
            case FR -> content.fr();
            case EN -> content.en();
        };
    }

    Variants variants(int count) {
        if (count == 1) return Variants.NONE;
        return new Variants(rows(count, Language.FR), rows(count, Language.EN));
    }

    private List<List<String>> rows(int count, Language language) {
        return new AbstractList<>() {
            @Override
            public List<String> get(int variant) {
                return content().columns().stream().map(column -> column.value(variant, language)).toList();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private Content content() {
        var read = content;
        if (read == null) {
            read = read();
            content = read;
        }
        return read;
    }

    private Content read() {
        try (var parser = wordings.parser(start, length)) {
            parser.nextToken();
            var line = map(tree(parser));
            return new Content(
                    wording(map(line.get("fr"))),
                    wording(map(line.get("en"))),
                    list(line.getOrDefault("columns", List.of())).stream().map(c -> column(map(c))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code en} where it differs from {@code fr}, {@code at} where values come again. */
    private static Column column(Map<String, Object> in) {
        var fr = text(in, "fr").split(BETWEEN, -1);
        return new Column(fr, in.containsKey("en") ? text(in, "en").split(BETWEEN, -1) : fr, text(in, "at"));
    }

    private static Wording wording(Map<String, Object> in) {
        return new Wording(
                text(in, "text"),
                task(in),
                list(in.getOrDefault("documents", List.of())).stream().map(d -> document(map(d))).toList(),
                list(in.getOrDefault("attachments", List.of())).stream()
                        .map(a -> new Attachment(text(map(a), "name"), text(map(a), "content")))
                        .toList(),
                text(in, "explanation"),
                text(in, "tip"));
    }

    private static Task task(Map<String, Object> in) {
        if (in.get("choice") instanceof Map<?, ?> m) return new SingleChoice(options(map(m)), flag(map(m), "ordered"));
        if (in.get("choices") instanceof Map<?, ?> m) return new SeveralChoices(options(map(m)), flag(map(m), "ordered"));
        if (in.get("typed") instanceof Map<?, ?> m) return typed(map(m));
        if (in.get("number") instanceof Map<?, ?> m) return new TypedNumber(number(map(m)));
        if (in.get("order") instanceof List<?> things) return new Sequence(texts(things));
        if (in.get("match") instanceof Map<?, ?> m) {
            return new Pairing(texts(m.get("lefts")), texts(m.get("rights")), numbers(m.get("partners")));
        }
        return new Blanks(list(in.get("fields")).stream().map(field -> blank(map(field))).toList());
    }

    private static Blanks.Blank blank(Map<String, Object> in) {
        var filling = in.get("choice") instanceof Map<?, ?> m
                ? new Blanks.OneOf(new SingleChoice(options(map(m)), flag(map(m), "ordered")))
                : in.get("number") instanceof Map<?, ?> m
                        ? new Blanks.Figure(number(map(m)))
                        : new Blanks.Words(typed(map(in.get("typed"))));
        return new Blanks.Blank(text(in, "label"), filling);
    }

    private static List<Task.Option> options(Map<String, Object> in) {
        var right = numbers(in.get("right"));
        var texts = texts(in.get("options"));
        var options = new ArrayList<Task.Option>(texts.size());
        for (int i = 0; i < texts.size(); i++) options.add(new Task.Option(texts.get(i), right.contains(i)));
        return options;
    }

    private static TypedText typed(Map<String, Object> in) {
        return new TypedText(texts(in.get("accepted")), TextMatch.ofTag(text(in, "match")).orElseThrow());
    }

    private static NumberKey number(Map<String, Object> in) {
        return new NumberKey(texts(in.get("accepted")), text(in, "tolerance"), texts(in.get("units")));
    }

    private static Document document(Map<String, Object> in) {
        var tag = text(in, "is");
        return switch (tag) {
            case "table" -> new Document.Table(
                    text(in, "caption"),
                    texts(in.get("header")),
                    list(in.get("rows")).stream().map(PackedWording::texts).toList(),
                    flag(in, "sheet"));
            case "mail" -> new Document.Mail(
                    text(in, "from"), text(in, "to"), text(in, "cc"), text(in, "subject"), text(in, "date"),
                    text(in, "body"));
            case "page" -> new Document.Page(text(in, "address"), text(in, "title"), text(in, "body"));
            case "dialog" -> new Document.Dialog(text(in, "title"), text(in, "body"), texts(in.get("buttons")));
            case "chat" -> new Document.Chat(
                    text(in, "title"),
                    list(in.get("messages")).stream()
                            .map(m -> new Document.Chat.Message(text(map(m), "from"), text(map(m), "text")))
                            .toList());
            case "code" -> new Document.Code(text(in, "title"), text(in, "text"));
            case "picture" -> new Document.Picture(text(in, "svg"), text(in, "alt"));
            default -> throw new IllegalStateException("no such document: " + tag);
        };
    }

    private static Object tree(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                    json.nextToken();
                    map.put(key, tree(json));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (json.nextToken() != JsonToken.END_ARRAY) list.add(tree(json));
                yield list;
            }
            case VALUE_NUMBER_INT -> json.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> json.getText();
        };
    }

    private static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put((String) key, entry));
        return map;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(String.class::cast).toList();
    }

    private static List<Integer> numbers(Object value) {
        return list(value).stream().map(Integer.class::cast).toList();
    }

    private static String text(Map<String, Object> in, String key) {
        return (String) in.getOrDefault(key, "");
    }

    private static boolean flag(Map<String, Object> in, String key) {
        return (boolean) in.getOrDefault(key, false);
    }
}
