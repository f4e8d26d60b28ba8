package pix.bank.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import pix.bank.Blanks;
import pix.bank.Document;
import pix.bank.NumberKey;
import pix.bank.Pairing;
import pix.bank.Sequence;
import pix.bank.SeveralChoices;
import pix.bank.SingleChoice;
import pix.bank.Task;
import pix.bank.TypedNumber;
import pix.bank.TypedText;
import pix.bank.Wording;

/** Writes what {@code pix.bank.pack} reads: an index, then the wordings as JSON; empty and usual values are left out. */
final class PackWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int VERSION_BYTES = 5;
    private static final String BETWEEN = "\u001f";
    private static final char FIRST = '0';

    private PackWriter() {}

    /** The same items give the same bytes, and so the same version. */
    static byte[] pack(List<Compiled> items) {
        var wordings = items.stream().map(PackWriter::wording).toList();
        var index = IndexWriter.items(items, wordings);
        return IndexWriter.pack(version(index, wordings), index, wordings);
    }

    private static String version(byte[] index, List<byte[]> wordings) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(index);
            wordings.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] wording(Compiled item) {
        return written(json -> {
            json.writeStartObject();
            wording(json, "fr", item.fr());
            wording(json, "en", item.en());
            if (item.variants().count() > 1) columns(json, item);
            json.writeEndObject();
        });
    }

    /** Each different value once, in both languages, and which of them the variants take. */
    private static void columns(JsonGenerator json, Compiled item) throws IOException {
        int variants = item.variants().count();
        json.writeArrayFieldStart("columns");
        for (int column = 0; column < item.variants().fr().getFirst().size(); column++) {
            var different = new LinkedHashMap<List<String>, Integer>();
            var at = new StringBuilder();
            for (int variant = 0; variant < variants; variant++) {
                var value = List.of(
                        item.variants().fr().get(variant).get(column),
                        item.variants().en().get(variant).get(column));
                at.append((char) (FIRST + different.computeIfAbsent(value, v -> different.size())));
            }
            var fr = String.join(BETWEEN, different.keySet().stream().map(List::getFirst).toList());
            var en = String.join(BETWEEN, different.keySet().stream().map(List::getLast).toList());
            json.writeStartObject();
            json.writeStringField("fr", fr);
            if (!en.equals(fr)) json.writeStringField("en", en);
            if (different.size() < variants) json.writeStringField("at", at.toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void wording(JsonGenerator json, String language, Wording wording) throws IOException {
        json.writeObjectFieldStart(language);
        json.writeStringField("text", wording.text());
        task(json, wording.task());
        if (!wording.documents().isEmpty()) {
            json.writeArrayFieldStart("documents");
            for (var document : wording.documents()) document(json, document);
            json.writeEndArray();
        }
        if (!wording.attachments().isEmpty()) {
            json.writeArrayFieldStart("attachments");
            for (var attachment : wording.attachments()) {
                json.writeStartObject();
                json.writeStringField("name", attachment.name());
                json.writeStringField("content", attachment.content());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeStringField("explanation", wording.explanation());
        json.writeStringField("tip", wording.tip());
        json.writeEndObject();
    }

    private static void task(JsonGenerator json, Task task) throws IOException {
        switch (task) {
            case SingleChoice choice -> options(json, "choice", choice.options(), choice.ordered());
            case SeveralChoices choices -> options(json, "choices", choices.options(), choices.ordered());
            case TypedText text -> typed(json, text);
            case TypedNumber number -> number(json, number.key());
            case Sequence order -> texts(json, "order", order.things());
            case Pairing pairs -> {
                json.writeObjectFieldStart("match");
                texts(json, "lefts", pairs.lefts());
                texts(json, "rights", pairs.rights());
                numbers(json, "partners", pairs.partners());
                json.writeEndObject();
            }
            case Blanks blanks -> {
                json.writeArrayFieldStart("fields");
                for (var blank : blanks.blanks()) {
                    json.writeStartObject();
                    json.writeStringField("label", blank.label());
                    switch (blank.filling()) {
                        case Blanks.Words words -> typed(json, words.text());
                        case Blanks.Figure figure -> number(json, figure.key());
                        case Blanks.OneOf one -> options(json, "choice", one.choice().options(), one.choice().ordered());
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        }
    }

    private static void options(JsonGenerator json, String key, List<Task.Option> options, boolean ordered) throws IOException {
        var right = new ArrayList<Integer>();
        for (int i = 0; i < options.size(); i++) if (options.get(i).right()) right.add(i);
        json.writeObjectFieldStart(key);
        texts(json, "options", options.stream().map(Task.Option::text).toList());
        numbers(json, "right", right);
        if (ordered) json.writeBooleanField("ordered", true);
        json.writeEndObject();
    }

    private static void typed(JsonGenerator json, TypedText text) throws IOException {
        json.writeObjectFieldStart("typed");
        texts(json, "accepted", text.accepted());
        json.writeStringField("match", text.match().tag());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, NumberKey key) throws IOException {
        json.writeObjectFieldStart("number");
        texts(json, "accepted", key.accepted());
        json.writeStringField("tolerance", key.tolerance());
        texts(json, "units", key.units());
        json.writeEndObject();
    }

    private static void document(JsonGenerator json, Document document) throws IOException {
        json.writeStartObject();
        json.writeStringField("is", document.tag());
        switch (document) {
            case Document.Table table -> {
                text(json, "caption", table.caption());
                texts(json, "header", table.header());
                json.writeArrayFieldStart("rows");
                for (var row : table.rows()) {
                    json.writeStartArray();
                    for (var cell : row) json.writeString(cell);
                    json.writeEndArray();
                }
                json.writeEndArray();
                if (table.sheet()) json.writeBooleanField("sheet", true);
            }
            case Document.Mail mail -> {
                text(json, "from", mail.from());
                text(json, "to", mail.to());
                text(json, "cc", mail.cc());
                text(json, "subject", mail.subject());
                text(json, "date", mail.date());
                text(json, "body", mail.body());
            }
            case Document.Page page -> {
                text(json, "address", page.address());
                text(json, "title", page.title());
                text(json, "body", page.body());
            }
            case Document.Dialog dialog -> {
                text(json, "title", dialog.title());
                text(json, "body", dialog.body());
                texts(json, "buttons", dialog.buttons());
            }
            case Document.Chat chat -> {
                text(json, "title", chat.title());
                json.writeArrayFieldStart("messages");
                for (var message : chat.messages()) {
                    json.writeStartObject();
                    text(json, "from", message.from());
                    text(json, "text", message.text());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Document.Code code -> {
                text(json, "title", code.title());
                text(json, "text", code.text());
            }
            case Document.Picture picture -> {
                text(json, "svg", picture.svg());
                text(json, "alt", picture.alt());
            }
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, String text) throws IOException {
        if (!text.isEmpty()) json.writeStringField(key, text);
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (var text : texts) json.writeString(text);
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String key, List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(key);
        for (int number : numbers) json.writeNumber(number);
        json.writeEndArray();
    }

    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
